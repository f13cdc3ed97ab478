import { useTranslation } from 'react-i18next';

/** The name of a field and whether it must be filled in. */
export function FieldLabel({ name, isRequired }: { name: string; isRequired: boolean }) {
  const { t } = useTranslation();
  const look = isRequired ? 'border-error-2 text-error-2' : 'border-solid-gray-600 text-solid-gray-700';
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="font-700">{name}</span>{' '}
      <span className={`rounded-4 border px-2 text-sm leading-6 ${look}`}>
        {t(isRequired ? 'form.required' : 'form.optional')}
      </span>
    </span>
  );
}
