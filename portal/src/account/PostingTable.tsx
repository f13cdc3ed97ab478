import { useTranslation } from 'react-i18next';
import { shortDate } from '../format/dates';
import { groupedNumber, signedNumber } from '../format/yen';
import { useLanguage } from '../i18n/i18n';
import { Card } from '../ui/Card';
import { InterestFormula } from './InterestFormula';
import { interestFigures, postingWords } from './postingWords';
import type { PostingWithBalance } from './yearSummary';

const NUMBER = 'py-3 pl-3 sm:pl-8 text-right align-top tabular-nums whitespace-nowrap';

/** The records of a year, oldest first as in a bank book. Date and words share a column: three fit on a phone. */
export function PostingTable({ postings }: { postings: PostingWithBalance[] }) {
  const { t } = useTranslation();
  return (
    <Card heading={t('history.postings')}>
      <table className="w-full border-collapse">
        <caption className="text-right text-sm text-solid-gray-700">{t('portal.unit')}</caption>
        <thead className="border-solid-gray-800 border-b-2 text-sm">
          <tr>
            <th scope="col" className="py-2 text-left font-700">
              {t('history.what')}
            </th>
            <th scope="col" className="w-px py-2 pl-3 text-right font-700 sm:pl-8">
              {t('history.amount')}
            </th>
            <th scope="col" className="w-px py-2 pl-3 text-right font-700 sm:pl-8">
              {t('history.balance')}
            </th>
          </tr>
        </thead>
        <tbody>
          {postings.map((row) => (
            <PostingRows key={row.posting.version} {...row} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function PostingRows({ posting, balance }: PostingWithBalance) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { what, detail } = postingWords(posting, { t, language });
  const figures = interestFigures(posting);
  return (
    <>
      <tr className="border-solid-gray-200 border-t">
        <th scope="row" className="min-w-0 py-3 text-left font-400">
          <span className="grid sm:grid-cols-[5.5rem_12rem_auto] sm:items-baseline sm:gap-x-4">
            <span className="text-sm text-solid-gray-700 tabular-nums">{shortDate(posting.valueDate)}</span>
            <span className="font-700">{what}</span>
            {detail && <span className="text-sm text-solid-gray-700">{detail}</span>}
          </span>
        </th>
        <td className={`${NUMBER} ${posting.amount === 0 ? 'text-solid-gray-700' : 'font-700'}`}>
          {posting.amount === 0 && !figures ? '—' : signedNumber(posting.amount)}
        </td>
        <td className={NUMBER}>{groupedNumber(balance)}</td>
      </tr>
      {figures && (
        <tr>
          <td colSpan={3} className="pb-4">
            <InterestFormula figures={figures} amount={posting.amount} />
          </td>
        </tr>
      )}
    </>
  );
}
