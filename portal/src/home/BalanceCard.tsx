import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Account, accountName, accountPath } from '../account/account';
import { dayBefore, type LocalDate, longDate } from '../format/dates';
import { useLanguage } from '../i18n/i18n';
import { Card } from '../ui/Card';
import { Icon } from '../ui/Icon';
import { Yen } from '../ui/Yen';

interface BalanceCardProps {
  accounts: Account[];
  postedUpTo: LocalDate | undefined;
}

/** The total, the day it is of, and each account with the way to its history. */
export function BalanceCard({ accounts, postedUpTo }: BalanceCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const total = accounts.reduce((sum, { balance }) => sum + balance, 0);
  return (
    <Card heading={t('home.balance')}>
      <dl>
        <dt className="text-solid-gray-700">{t('home.total')}</dt>
        <dd>
          <Yen amount={total} size="large" />
        </dd>
      </dl>
      <p className="min-h-7 text-solid-gray-700">
        {postedUpTo && t('home.asOf', { date: longDate(postedUpTo, language) })}
      </p>
      <ul className="mt-4">
        {accounts.map((account) => (
          <AccountLine key={accountPath(account)} account={account} />
        ))}
      </ul>
      <p className="mt-4 border-solid-gray-200 border-t pt-4 text-sm text-solid-gray-700">{t('home.about')}</p>
    </Card>
  );
}

function AccountLine({ account }: { account: Account }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = accountName(account, t);
  return (
    <li className="border-solid-gray-200 border-t py-4 last:pb-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-700">{name}</h3>
        <Yen amount={account.balance} size="middle" />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <p className="text-sm text-solid-gray-700">
          {account.accruesFrom
            ? t('home.interestUpTo', { date: longDate(dayBefore(account.accruesFrom), language) })
            : t('home.notOpened')}
        </p>
        <Link
          to={accountPath(account)}
          aria-label={t('home.historyOf', { account: name })}
          className="ml-auto inline-flex min-h-11 items-center gap-1 text-blue-1000 underline"
        >
          {t('home.history')}
          <Icon name="forward" className="size-5 shrink-0" />
        </Link>
      </div>
    </li>
  );
}
