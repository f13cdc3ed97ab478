import type { LocalDate } from '../format/dates';
import { fiscalYearOf } from '../format/fiscalYear';
import type { Posting } from './history';
import { kindOf } from './postingWords';

/**
 * A posting with the balance after it in the order of value dates. The ledger's own balance follows the order of
 * recording, so that a correction made later would seem to jump.
 */
export interface PostingWithBalance {
  posting: Posting;
  balance: number;
}

/** A fiscal year of an account: opening + takenOver + credited + interest = closing. */
export interface YearSummary {
  opening: number;
  takenOver: number;
  credited: number;
  interest: number;
  closing: number;
  postings: PostingWithBalance[];
}

export function yearSummary(history: Posting[], fiscalYear: number): YearSummary {
  const opening = sum(history.filter((posting) => fiscalYearOf(posting.valueDate) < fiscalYear));
  const postings = history.filter((posting) => fiscalYearOf(posting.valueDate) === fiscalYear);
  const interest = sum(postings.filter((posting) => kindOf(posting) === 'InterestCredited'));
  const takenOver = sum(postings.filter((posting) => kindOf(posting) === 'BalanceTakenOver'));
  const total = sum(postings);
  return {
    opening,
    takenOver,
    credited: total - interest - takenOver,
    interest,
    closing: opening + total,
    postings: withBalances(postings, opening),
  };
}

/** The fiscal years in which something was recorded, newest first. */
export function yearsOf(history: Posting[]): number[] {
  return [...new Set(history.map((posting) => fiscalYearOf(posting.valueDate)))].sort((one, other) => other - one);
}

/** What had been posted by the end of a day. */
export function balanceOn(history: Posting[], date: LocalDate): number {
  return sum(history.filter((posting) => posting.valueDate <= date));
}

function withBalances(postings: Posting[], opening: number): PostingWithBalance[] {
  let balance = opening;
  return postings.map((posting) => {
    balance += posting.amount;
    return { posting, balance };
  });
}

function sum(postings: Posting[]): number {
  return postings.reduce((total, { amount }) => total + amount, 0);
}
