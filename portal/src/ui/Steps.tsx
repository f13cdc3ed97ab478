import { useTranslation } from 'react-i18next';

/** How far something in several steps has come. */
export function Steps({ names, current }: { names: string[]; current: number }) {
  const { t } = useTranslation();
  return (
    <ol aria-label={t('form.steps')} className="grid grid-flow-col gap-1 sm:gap-2" style={{ gridAutoColumns: '1fr' }}>
      {names.map((name, at) => (
        <li
          key={name}
          aria-current={at === current ? 'step' : undefined}
          className={`border-t-4 pt-1 text-sm ${
            at <= current ? 'border-blue-900 text-solid-gray-900' : 'border-solid-gray-300 text-solid-gray-700'
          } ${at === current ? 'font-700' : ''}`}
        >
          {at + 1}. {name}
        </li>
      ))}
    </ol>
  );
}
