import type { Language } from '../i18n/language';

/** A day without a time, as the services write it: 2025-03-31. */
export type LocalDate = string;

/** A point in time, as the services write it: 2025-05-26T11:30:00Z. */
export type Instant = string;

const TOKYO = 'Asia/Tokyo';
const locales: Record<Language, string> = { ja: 'ja-JP', en: 'en-GB' };

function noon(date: LocalDate): Date {
  return new Date(`${date}T12:00:00Z`);
}

function day(language: Language, timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locales[language], { year: 'numeric', month: 'long', day: 'numeric', timeZone });
}

/** 2025年3月31日 · 31 March 2025 */
export function longDate(date: LocalDate, language: Language): string {
  return day(language, 'UTC').format(noon(date));
}

/** The day in Tokyo: 2025年5月26日 · 26 May 2025 */
export function dayOf(instant: Instant, language: Language): string {
  return day(language, TOKYO).format(new Date(instant));
}

/** Day and time in Tokyo: 2025年5月26日 20:30 · 26 May 2025, 20:30 */
export function dayAndTimeOf(instant: Instant, language: Language): string {
  const time = new Intl.DateTimeFormat(locales[language], { hour: '2-digit', minute: '2-digit', timeZone: TOKYO });
  return `${dayOf(instant, language)}${language === 'ja' ? ' ' : ', '}${time.format(new Date(instant))}`;
}

/** Short enough for a column on a phone: 2025/03/31 */
export function shortDate(date: LocalDate): string {
  return date.replaceAll('-', '/');
}

/** 2024-10 → 10月 · October; the year stands beside it */
export function monthName(month: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { month: 'long', timeZone: 'UTC' });
  return format.format(noon(`${month}-01`));
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
  const locale = language === 'ja' ? 'ja-JP-u-ca-japanese' : 'en-GB-u-ca-japanese';
  const format = new Intl.DateTimeFormat(locale, { era: 'long', year: 'numeric', timeZone: 'UTC' });
  if (language === 'ja') {
    return format.format(noon(date));
  }
  const parts = format.formatToParts(noon(date));
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
