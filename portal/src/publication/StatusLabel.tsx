import { useTranslation } from 'react-i18next';
import { isSettled, type Publication } from './publications';

const LOOKS = {
  PREPARED: 'border-solid-gray-600 text-solid-gray-800',
  RUNNING: 'border-blue-900 bg-blue-50 text-blue-1000',
  COMPLETED: 'border-success-2 text-success-2',
} as const;

/** The state in a word. */
export function StatusLabel({ publication }: { publication: Publication }) {
  const { t } = useTranslation();
  const { status } = publication;
  const mailsUnderway = status === 'COMPLETED' && !isSettled(publication);
  return (
    <p className="flex flex-wrap gap-2">
      <span className={`rounded-8 border px-3 py-0.5 font-700 text-sm ${LOOKS[status]}`}>
        {t(`publication.${status}`)}
      </span>
      {mailsUnderway && (
        <span className={`rounded-8 border px-3 py-0.5 font-700 text-sm ${LOOKS.RUNNING}`}>
          {t('publication.mailsUnderway')}
        </span>
      )}
    </p>
  );
}
