import type { Language } from '../i18n/language';
import { eraYear, type LocalDate } from './dates';

/** The fiscal year that a day belongs to: from 1 April to 31 March. */
export function fiscalYearOf(date: LocalDate): number {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return month >= 4 ? year : year - 1;
}

export function lastDayOf(fiscalYear: number): LocalDate {
  return `${fiscalYear + 1}-03-31`;
}

/** 2024年度(令和6年度) · FY 2024 (Reiwa 6) */
export function fiscalYearName(fiscalYear: number, language: Language): string {
  return language === 'ja'
    ? `${fiscalYear}年度(${eraOf(fiscalYear, language)}度)`
    : `FY ${fiscalYear} (${eraOf(fiscalYear, language)})`;
}

// The era of May: 2019 is called 令和元年度, although April 2019 was still 平成.
function eraOf(fiscalYear: number, language: Language): string {
  return eraYear(`${fiscalYear}-05-01`, language);
}
