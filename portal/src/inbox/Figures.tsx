import { useTranslation } from 'react-i18next';
import { accountName, accountPath } from '../account/account';
import { dateWithEra } from '../format/dates';
import { groupedNumber } from '../format/yen';
import { useLanguage } from '../i18n/i18n';
import { Card } from '../ui/Card';
import { Yen } from '../ui/Yen';
import type { Message } from './messages';

type Statement = Message['statement'];
type AccountFigures = Statement['accounts'][number];

/** The figures ① to ⑤ of each account, as on the paper, and what they come to. */
export function Figures({ statement, fiscalYear }: { statement: Statement; fiscalYear: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const rate = statement.rates.find((of) => of.fiscalYear === fiscalYear)?.rate;
  const total = statement.accounts.reduce((sum, { closing }) => sum + closing, 0);
  return (
    <Card heading={t('message.figures', { date: dateWithEra(statement.asOf, language) })}>
      <dl>
        <dt className="text-solid-gray-700">{t('message.total')}</dt>
        <dd>
          <Yen amount={total} size="large" />
        </dd>
      </dl>
      <div className="mt-6 grid gap-8 lg:grid-cols-2">
        {statement.accounts.map((account) => (
          <FiguresTable key={accountPath(account)} account={account} rate={rate} />
        ))}
      </div>
    </Card>
  );
}

function FiguresTable({ account, rate }: { account: AccountFigures; rate: string | null | undefined }) {
  const { t } = useTranslation();
  return (
    <table className="w-full border-collapse">
      <caption className="pb-1 text-left font-700">{accountName(account, t)}</caption>
      <thead className="border-solid-gray-800 border-b-2 text-sm">
        <tr>
          <th scope="col" className="py-2 text-left">
            {t('message.item')}
          </th>
          <th scope="col" className="py-2 text-right">
            {t('message.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        <Row mark="①" name={t('message.opening')} amount={account.opening} />
        <Row mark="②" name={t('message.credited')} amount={account.credited} />
        <Row
          mark="③"
          name={rate ? t('message.interestAt', { rate }) : t('message.interest')}
          amount={account.interest}
        />
        <Row mark="④" name={t('message.closing')} note={t('message.sum')} amount={account.closing} strong />
        {account.baseSalary != null && <Row mark="⑤" name={t('message.baseSalary')} amount={account.baseSalary} />}
      </tbody>
    </table>
  );
}

interface RowProps {
  mark: string;
  name: string;
  note?: string;
  amount: number;
  strong?: boolean;
}

function Row({ mark, name, note, amount, strong = false }: RowProps) {
  return (
    <tr className={`border-solid-gray-200 border-b ${strong ? 'bg-blue-50 font-700' : ''}`}>
      <th scope="row" className={`flex gap-2 px-1 py-3 text-left ${strong ? 'font-700' : 'font-400'}`}>
        <span>{mark}</span>
        <span className="min-w-0">
          {name}
          {note && <span className="ml-2 inline-block font-400 text-sm text-solid-gray-700">{note}</span>}
        </span>
      </th>
      <td className="whitespace-nowrap px-1 py-3 text-right align-top tabular-nums">{groupedNumber(amount)}</td>
    </tr>
  );
}
