import { useTranslation } from 'react-i18next';
import { fiscalYearName } from '../format/fiscalYear';
import { groupedNumber, signedNumber } from '../format/yen';
import { useLanguage } from '../i18n/i18n';
import { Card } from '../ui/Card';
import { Yen } from '../ui/Yen';
import type { YearSummary } from './yearSummary';

/** A year in short: where it began, what came, where it ended. */
export function YearFigures({ year, summary }: { year: number; summary: YearSummary }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { opening, takenOver, credited, interest, closing } = summary;
  return (
    <Card heading={t('history.summary', { year: fiscalYearName(year, language) })}>
      <dl className="grid gap-x-8 gap-y-1 sm:max-w-md">
        <Row name={t('history.opening')} value={groupedNumber(opening)} />
        {takenOver !== 0 && <Row name={t('history.takenOver')} value={signedNumber(takenOver)} />}
        <Row name={t('history.credited')} value={signedNumber(credited)} />
        <Row name={t('history.interest')} value={signedNumber(interest)} />
        <div className="mt-2 flex flex-wrap items-baseline justify-between gap-x-4 border-solid-gray-800 border-t-2 pt-2">
          <dt className="font-700">{t('history.closing')}</dt>
          <dd>
            <Yen amount={closing} size="middle" />
          </dd>
        </div>
      </dl>
    </Card>
  );
}

function Row({ name, value }: { name: string; value: string }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
      <dt>{name}</dt>
      <dd className="tabular-nums">
        {value} {t('portal.yen')}
      </dd>
    </div>
  );
}
