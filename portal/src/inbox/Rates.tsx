import { useTranslation } from 'react-i18next';
import { fiscalYearName } from '../format/fiscalYear';
import { useLanguage } from '../i18n/i18n';
import { Card } from '../ui/Card';
import type { Message } from './messages';

/** The crediting rates that the notice prints: five years. */
export function Rates({ rates }: { rates: Message['statement']['rates'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Card heading={t('message.rates')}>
      <p className="text-solid-gray-700">{t('message.ratesLead')}</p>
      <table className="mt-2 w-full max-w-md border-collapse">
        <thead className="border-solid-gray-800 border-b-2 text-sm">
          <tr>
            <th scope="col" className="py-2 text-left">
              {t('message.year')}
            </th>
            <th scope="col" className="py-2 text-right">
              {t('message.rate')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rates.map(({ fiscalYear, rate }) => (
            <tr key={fiscalYear} className="border-solid-gray-200 border-b">
              <th scope="row" className="break-keep py-2 text-left font-400">
                {fiscalYearName(fiscalYear, language)}
              </th>
              <td className="py-2 text-right tabular-nums">{rate ? `${rate}%` : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
