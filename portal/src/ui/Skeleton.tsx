import { useTranslation } from 'react-i18next';

const LINES = ['w-2/3', 'w-full', 'w-1/2'] as const;

/** Holds the place of what is on its way, and says so to those who cannot see it. */
export function Skeleton() {
  const { t } = useTranslation();
  return (
    <div role="status" className="rounded-12 border border-solid-gray-200 bg-white p-4 sm:p-6">
      <span className="sr-only">{t('portal.loading')}</span>
      <div aria-hidden="true" className="grid motion-safe:animate-pulse gap-4">
        {LINES.map((width) => (
          <div key={width} className={`h-6 rounded-4 bg-solid-gray-100 ${width}`} />
        ))}
      </div>
    </div>
  );
}
