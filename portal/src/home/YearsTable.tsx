import { useTranslation } from 'react-i18next';
import type { Plan } from '../account/account';
import { groupedNumber } from '../format/yen';
import { useYearEndName } from './useYearEndName';
import type { YearEnd } from './yearEnds';

const NUMBER = 'py-2 pl-2 text-right tabular-nums whitespace-nowrap';

/** What the bars show, in figures. */
export function YearsTable({ ends, plans }: { ends: YearEnd[]; plans: Plan[] }) {
  const { t } = useTranslation();
  const name = useYearEndName();
  return (
    <table className="mt-2 w-full border-collapse text-sm">
      <caption className="pb-1 text-right text-solid-gray-700">{t('portal.unit')}</caption>
      <thead className="border-solid-gray-800 border-b-2">
        <tr>
          <th scope="col" className="py-2 text-left">
            {t('chart.year')}
          </th>
          {plans.map((plan) => (
            <th key={plan} scope="col" className="whitespace-nowrap py-2 pl-2 text-right">
              {t(`plan.${plan}`)}
            </th>
          ))}
          <th scope="col" className="whitespace-nowrap py-2 pl-2 text-right">
            {t('chart.total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {ends.map((end) => (
          <tr key={end.fiscalYear} className="border-solid-gray-200 border-b">
            <th scope="row" className="break-keep py-2 text-left font-400">
              {name(end)}
            </th>
            {plans.map((plan) => (
              <td key={plan} className={NUMBER}>
                {groupedNumber(end.balances[plan])}
              </td>
            ))}
            <td className={`${NUMBER} font-700`}>{groupedNumber(end.total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
