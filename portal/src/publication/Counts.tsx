import { useTranslation } from 'react-i18next';
import { groupedNumber } from '../format/yen';
import type { Publication } from './publications';

/** How many members, messages and mails. */
export function Counts({ publication }: { publication: Publication }) {
  const { t } = useTranslation();
  const { status, statements, messages, mails, withoutName } = publication;
  const people = t('publication.people');
  const letters = t('publication.mails');
  return (
    <>
      <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-4 md:grid-cols-4">
        <Count name={t('publication.statements')} value={statements} unit={people} />
        {status !== 'PREPARED' && (
          <>
            <Count name={t('publication.messages')} value={messages} of={statements} unit={people} />
            <Count name={t('publication.mailsSent')} value={mails.sent} of={mails.total} unit={letters} />
            <Count name={t('publication.undeliverable')} value={mails.undeliverable} unit={letters} />
            {withoutName > 0 && <Count name={t('publication.withoutName')} value={withoutName} unit={people} />}
          </>
        )}
      </dl>
      {mails.undeliverable > 0 && (
        <p className="mt-3 text-sm text-solid-gray-700">{t('publication.undeliverableHint')}</p>
      )}
    </>
  );
}

function Count({ name, value, of, unit }: { name: string; value: number; of?: number; unit: string }) {
  const { t } = useTranslation();
  return (
    <div>
      <dt className="text-sm text-solid-gray-700">{name}</dt>
      <dd className="tabular-nums">
        <span className="text-std-22B-150 text-solid-gray-900 sm:text-std-26B-150">{groupedNumber(value)}</span> {unit}
        {of !== undefined && (
          <span className="block text-sm text-solid-gray-700">
            {t('publication.ofTotal', { total: groupedNumber(of), unit })}
          </span>
        )}
      </dd>
    </div>
  );
}
