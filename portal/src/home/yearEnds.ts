import type { Plan } from '../account/account';
import type { Posting } from '../account/history';
import { balanceOn } from '../account/yearSummary';
import type { LocalDate } from '../format/dates';
import { fiscalYearOf, lastDayOf } from '../format/fiscalYear';

/** The history of one account. */
export interface AccountHistory {
  plan: Plan;
  history: Posting[];
}

/** What a member had at the end of a fiscal year, or has now. */
export interface YearEnd {
  fiscalYear: number | 'now';
  balances: Record<Plan, number>;
  total: number;
}

/** One for each 31 March since the balance began, oldest first, and one for now if anything was posted since. */
export function yearEnds(accounts: AccountHistory[]): YearEnd[] {
  const dates = postedDates(accounts);
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) {
    return [];
  }
  const ends: YearEnd[] = [];
  for (let year = fiscalYearOf(first); lastDayOf(year) <= last; year++) {
    ends.push(yearEnd(accounts, year, lastDayOf(year)));
  }
  return ends.at(-1)?.fiscalYear === fiscalYearOf(last) ? ends : [...ends, yearEnd(accounts, 'now', last)];
}

/** The day up to which anything has been posted. */
export function lastPosted(accounts: AccountHistory[]): LocalDate | undefined {
  return postedDates(accounts).at(-1);
}

// An account may have been opened years before its balance was taken over: what changed nothing does not count.
function postedDates(accounts: AccountHistory[]): LocalDate[] {
  return accounts
    .flatMap(({ history }) => history.filter(({ amount }) => amount !== 0).map(({ valueDate }) => valueDate))
    .sort();
}

function yearEnd(accounts: AccountHistory[], fiscalYear: number | 'now', date: LocalDate): YearEnd {
  const balances = { FIRST: 0, SECOND: 0 };
  for (const { plan, history } of accounts) {
    balances[plan] += balanceOn(history, date);
  }
  return { fiscalYear, balances, total: balances.FIRST + balances.SECOND };
}
