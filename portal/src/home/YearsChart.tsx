import { useTranslation } from 'react-i18next';
import type { Plan } from '../account/account';
import { groupedNumber } from '../format/yen';
import { Card } from '../ui/Card';
import { useYearEndName } from './useYearEndName';
import { YearsTable } from './YearsTable';
import type { YearEnd } from './yearEnds';

const SHOWN = 8;
const COLOURS: Record<Plan, string> = { FIRST: 'bg-blue-900', SECOND: 'bg-blue-400' };

/** The balance of each year as a bar with its figure; the parts stand in the table. */
export function YearsChart({ ends }: { ends: YearEnd[] }) {
  const { t } = useTranslation();
  if (ends.length === 0) {
    return null;
  }
  const shown = ends.slice(-SHOWN);
  const plans = (['FIRST', 'SECOND'] as const).filter((plan) => ends.some(({ balances }) => balances[plan] !== 0));
  const highest = Math.max(1, ...shown.map(({ total }) => total));
  return (
    <Card heading={t('chart.title')}>
      <p className="text-solid-gray-700">{t('chart.lead')}</p>
      <Legend plans={plans} />
      <ul className="mt-3 grid gap-3">
        {shown.map((end) => (
          <Bar key={end.fiscalYear} end={end} plans={plans} highest={highest} />
        ))}
      </ul>
      <details className="mt-4">
        <summary className="flex min-h-11 cursor-pointer items-center text-blue-1000 underline">
          {t('chart.asTable')}
        </summary>
        <YearsTable ends={ends} plans={plans} />
      </details>
    </Card>
  );
}

function Legend({ plans }: { plans: Plan[] }) {
  const { t } = useTranslation();
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 text-sm">
      {plans.map((plan) => (
        <li key={plan} className="flex items-center gap-2">
          <span aria-hidden="true" className={`size-4 rounded-4 ${COLOURS[plan]}`} />
          {t(`plan.${plan}`)}
        </li>
      ))}
    </ul>
  );
}

function Bar({ end, plans, highest }: { end: YearEnd; plans: Plan[]; highest: number }) {
  const { t } = useTranslation();
  const name = useYearEndName();
  return (
    <li>
      <div className="mb-1 flex flex-wrap justify-between gap-x-4 text-sm">
        <span>{name(end)}</span>
        <span className="font-700 tabular-nums">
          {groupedNumber(end.total)} {t('portal.yen')}
        </span>
      </div>
      <div aria-hidden="true" className="flex h-5 gap-0.5 overflow-hidden rounded-4 bg-solid-gray-50">
        {plans.map((plan) => (
          <div key={plan} className={COLOURS[plan]} style={{ width: `${(end.balances[plan] / highest) * 100}%` }} />
        ))}
      </div>
    </li>
  );
}
