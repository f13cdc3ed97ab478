import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { MissingPage } from '../MissingPage';
import { useMemberNumber } from '../session/Gate';
import { BackLink } from '../ui/BackLink';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { type AccountKey, accountName, type Plan } from './account';
import { historyOf, type Posting } from './history';
import { PostingTable } from './PostingTable';
import { YearChoice } from './YearChoice';
import { YearFigures } from './YearFigures';
import { yearSummary, yearsOf } from './yearSummary';

const PLANS: readonly string[] = ['FIRST', 'SECOND'] satisfies Plan[];

/** An account year by year: every posting with its reason. The address holds account and year. */
export function HistoryPage() {
  const { plan = '', ordinal = '' } = useParams();
  if (!PLANS.includes(plan) || !/^\d{1,3}$/.test(ordinal)) {
    return <MissingPage />;
  }
  return <AccountHistory account={{ plan: plan as Plan, ordinal: Number(ordinal) }} />;
}

function AccountHistory({ account }: { account: AccountKey }) {
  const { t } = useTranslation();
  const query = useQuery(historyOf(useMemberNumber(), account));
  return (
    <Page
      title={t('history.title', { account: accountName(account, t) })}
      above={<BackLink to="/" name={t('home.title')} />}
      lead={t('history.lead')}
    >
      <Loaded query={query}>{(history) => <Years history={history} />}</Loaded>
    </Page>
  );
}

function Years({ history }: { history: Posting[] }) {
  const [search, setSearch] = useSearchParams();
  const years = yearsOf(history);
  const asked = Number(search.get('year'));
  const year = years.includes(asked) ? asked : years[0];
  if (year === undefined) {
    return null;
  }
  const summary = yearSummary(history, year);
  const choose = (chosen: number) => setSearch({ year: String(chosen) }, { replace: true });
  return (
    <>
      <YearChoice years={years} year={year} onChoose={choose} />
      <YearFigures year={year} summary={summary} />
      <PostingTable postings={summary.postings} />
    </>
  );
}
