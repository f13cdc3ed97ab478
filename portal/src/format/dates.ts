import type { Language } from '../i18n/language';

/** A day without a time, as the services write it: 2025-03-31. */
export type LocalDate = string;

/** A point in time, as the services write it: 2025-05-26T11:30:00Z. */
export type Instant = string;

const TOKYO = 'Asia/Tokyo';

// Made once, since a list of years asks two hundred times, and making a format takes far longer than using it.
const DAY = inEachLanguage({ year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' });
const DAY_IN_TOKYO = inEachLanguage({ year: 'numeric', month: 'long', day: 'numeric', timeZone: TOKYO });
const TIME_IN_TOKYO = inEachLanguage({ hour: '2-digit', minute: '2-digit', timeZone: TOKYO });
const MONTH = inEachLanguage({ month: 'long', timeZone: 'UTC' });
const ERA_YEAR = inEachLanguage({ era: 'long', year: 'numeric', calendar: 'japanese', timeZone: 'UTC' });

function inEachLanguage(options: Intl.DateTimeFormatOptions): Record<Language, Intl.DateTimeFormat> {
  return { ja: new Intl.DateTimeFormat('ja-JP', options), en: new Intl.DateTimeFormat('en-GB', options) };
}

function noon(date: LocalDate): Date {
  return new Date(`${date}T12:00:00Z`);
}

/** 2025年3月31日 · 31 March 2025 */
export function longDate(date: LocalDate, language: Language): string {
  return DAY[language].format(noon(date));
}

/** The day in Tokyo: 2025年5月26日 · 26 May 2025 */
export function dayOf(instant: Instant, language: Language): string {
  return DAY_IN_TOKYO[language].format(new Date(instant));
}

/** Day and time in Tokyo: 2025年5月26日 20:30 · 26 May 2025, 20:30 */
export function dayAndTimeOf(instant: Instant, language: Language): string {
  const time = TIME_IN_TOKYO[language].format(new Date(instant));
  return `${dayOf(instant, language)}${language === 'ja' ? ' ' : ', '}${time}`;
}

/** Short enough for a column on a phone: 2025/03/31 */
export function shortDate(date: LocalDate): string {
  return date.replaceAll('-', '/');
}

/** 2024-10 → 10月 · October; the year stands beside it */
export function monthName(month: string, language: Language): string {
  return MONTH[language].format(noon(`${month}-01`));
}

export function dayBefore(date: LocalDate): LocalDate {
  const before = noon(date);
  before.setUTCDate(before.getUTCDate() - 1);
  return before.toISOString().slice(0, 10);
}

/** 1975年6月10日(昭和50年) · 10 June 1975 (Shōwa 50) */
export function dateWithEra(date: LocalDate, language: Language): string {
  const era = eraYear(date, language);
  return language === 'ja' ? `${longDate(date, language)}(${era})` : `${longDate(date, language)} (${era})`;
}

/** 昭和50年 · Shōwa 50 */
export function eraYear(date: LocalDate, language: Language): string {
  if (language === 'ja') {
    return ERA_YEAR.ja.format(noon(date));
  }
  const parts = ERA_YEAR.en.formatToParts(noon(date));
  return ['era', 'year'].map((type) => parts.find((part) => part.type === type)?.value).join(' ');
}

/** 1975年(昭和50年) · 1975 (Shōwa 50); the year in which an era ends has both: 1989年(昭和64年・平成元年) */
export function yearWithEras(year: number, language: Language): string {
  const eras = new Set([eraYear(`${year}-01-01`, language), eraYear(`${year}-12-31`, language)]);
  return language === 'ja' ? `${year}年(${[...eras].join('・')})` : `${year} (${[...eras].join(', ')})`;
}

/** The day it is in Tokyo. */
export function todayInTokyo(): LocalDate {
  return new Intl.DateTimeFormat('en-CA', { timeZone: TOKYO }).format(new Date());
}
