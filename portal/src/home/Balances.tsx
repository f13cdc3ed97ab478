import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Account, useAccounts } from '../account/account';
import { historyOf } from '../account/history';
import { hasStatus } from '../api/problem';
import { Card } from '../ui/Card';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { BalanceCard } from './BalanceCard';
import { YearsChart } from './YearsChart';
import { lastPosted, yearEnds } from './yearEnds';

/** The balances now and over the years. */
export function Balances({ memberNumber }: { memberNumber: string }) {
  const accounts = useAccounts(memberNumber);
  if (accounts.data) {
    return <BalancesOf memberNumber={memberNumber} accounts={accounts.data} />;
  }
  if (hasStatus(accounts.error, 404)) {
    return <NoAccounts />;
  }
  if (accounts.error) {
    return <ProblemNotice error={accounts.error} onAgain={() => accounts.refetch()} />;
  }
  return <Skeleton />;
}

function BalancesOf({ memberNumber, accounts }: { memberNumber: string; accounts: Account[] }) {
  const histories = useQueries({ queries: accounts.map((account) => historyOf(memberNumber, account)) });
  const known = accounts.flatMap(({ plan }, i) => {
    const history = histories[i]?.data;
    return history ? [{ plan, history }] : [];
  });
  const complete = known.length === accounts.length;
  const failed = histories.find(({ error }) => error);
  return (
    <div className="grid gap-6 *:min-w-0 lg:grid-cols-2 lg:items-start">
      <BalanceCard accounts={accounts} postedUpTo={complete ? lastPosted(known) : undefined} />
      {complete && <YearsChart ends={yearEnds(known)} />}
      {!complete && !failed && <Skeleton />}
      {failed && <ProblemNotice error={failed.error} onAgain={() => failed.refetch()} />}
    </div>
  );
}

function NoAccounts() {
  const { t } = useTranslation();
  return (
    <Card heading={t('home.balance')}>
      <p className="font-700">{t('home.noAccounts')}</p>
      <p className="text-solid-gray-700">{t('home.noAccountsText')}</p>
    </Card>
  );
}
