import type { TFunction } from 'i18next';
import { type LocalDate, longDate, monthName } from '../format/dates';
import { groupedNumber } from '../format/yen';
import type { Language } from '../i18n/language';
import type { InterestFigures } from './formula';
import type { Posting } from './history';

/** What the ledger's events carry, as far as the portal puts it into words. */
interface DataOf {
  AccountOpened: { acquiredOn: LocalDate };
  BalanceTakenOver: { creditedOn: LocalDate };
  BaseSalaryRecorded: { effectiveFrom: LocalDate; baseSalary: number };
  ContributionPosted: { month: string; baseSalary: number };
  ContributionAdjusted: { month: string; baseSalary: number };
  InterestCredited: InterestFigures & { fiscalYear: number };
  MembershipEnded: { lostOn: LocalDate };
  MembershipResumed: { acquiredOn: LocalDate };
}

export type Kind = keyof DataOf;

/** A record in words. */
export interface PostingWords {
  what: string;
  detail?: string;
}

type Writers = { [K in Kind]: (data: DataOf[K], words: Words) => PostingWords };

interface Words {
  t: TFunction;
  language: Language;
}

const WRITERS: Writers = {
  AccountOpened: (data, words) => withDate('AccountOpened', data.acquiredOn, words),
  BalanceTakenOver: (data, words) => withDate('BalanceTakenOver', data.creditedOn, words),
  BaseSalaryRecorded: ({ effectiveFrom, baseSalary }, { t, language }) => ({
    what: t('posting.BaseSalaryRecorded'),
    detail: t('posting.BaseSalaryRecordedDetail', {
      date: longDate(effectiveFrom, language),
      baseSalary: groupedNumber(baseSalary),
    }),
  }),
  ContributionPosted: ({ month, baseSalary }, { t, language }) => ({
    what: t('posting.ContributionPosted', { month: monthName(month, language) }),
    detail: t('posting.ContributionPostedDetail', { baseSalary: groupedNumber(baseSalary) }),
  }),
  ContributionAdjusted: ({ month, baseSalary }, { t, language }) => ({
    what: t('posting.ContributionAdjusted', { month: monthName(month, language) }),
    detail:
      baseSalary === 0
        ? t('posting.ContributionAdjustedAway')
        : t('posting.ContributionAdjustedDetail', { baseSalary: groupedNumber(baseSalary) }),
  }),
  InterestCredited: ({ fiscalYear, rate }, { t }) => ({
    what: t('posting.InterestCredited', { year: fiscalYear }),
    detail: t('posting.InterestCreditedDetail', { rate }),
  }),
  MembershipEnded: (data, words) => withDate('MembershipEnded', data.lostOn, words),
  MembershipResumed: (data, words) => withDate('MembershipResumed', data.acquiredOn, words),
};

type Dated = 'AccountOpened' | 'BalanceTakenOver' | 'MembershipEnded' | 'MembershipResumed';

function withDate(kind: Dated, date: LocalDate, { t, language }: Words): PostingWords {
  return { what: t(`posting.${kind}`), detail: t(`posting.${kind}Detail`, { date: longDate(date, language) }) };
}

/** jp.nenkin.ledger.InterestCredited.v1 → InterestCredited; undefined for a kind that came after this portal. */
export function kindOf(posting: Posting): Kind | undefined {
  const name = /^jp\.nenkin\.ledger\.(\w+)\.v\d+$/.exec(posting.type)?.[1];
  return name !== undefined && name in WRITERS ? (name as Kind) : undefined;
}

export function postingWords(posting: Posting, words: Words): PostingWords {
  const kind = kindOf(posting);
  if (kind === undefined) {
    return { what: words.t('posting.other') };
  }
  const write = WRITERS[kind] as (data: unknown, words: Words) => PostingWords;
  return write(posting.data, words);
}

/** The figures that an interest follows from; undefined for other records. */
export function interestFigures(posting: Posting): InterestFigures | undefined {
  return kindOf(posting) === 'InterestCredited' ? (posting.data as unknown as InterestFigures) : undefined;
}
