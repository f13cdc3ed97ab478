import { describe, expect, it } from 'vitest';
import { dateWithEra, dayAndTimeOf, dayBefore, dayOf, eraYear, longDate, monthName, shortDate } from './dates';

describe('dates', () => {
  it('are written in words', () => {
    expect(longDate('2025-03-31', 'ja')).toBe('2025年3月31日');
    expect(longDate('2025-03-31', 'en')).toBe('31 March 2025');
    expect(monthName('2024-10', 'ja')).toBe('10月');
    expect(monthName('2024-10', 'en')).toBe('October');
    expect(shortDate('2025-03-31')).toBe('2025/03/31');
  });

  it('are days of Tokyo where they come from a point in time', () => {
    expect(dayOf('2025-05-26T15:30:00Z', 'ja')).toBe('2025年5月27日');
    expect(dayAndTimeOf('2025-05-26T11:30:00Z', 'ja')).toBe('2025年5月26日 20:30');
    expect(dayAndTimeOf('2025-05-26T11:30:00Z', 'en')).toBe('26 May 2025, 20:30');
  });

  it('have the era beside them', () => {
    expect(dateWithEra('1975-06-10', 'ja')).toBe('1975年6月10日(昭和50年)');
    expect(dateWithEra('1975-06-10', 'en')).toBe('10 June 1975 (Shōwa 50)');
  });

  it.each([
    ['1989-01-07', '昭和64年'],
    ['1989-01-08', '平成元年'],
    ['2019-04-30', '平成31年'],
    ['2019-05-01', '令和元年'],
  ])('change their era by the day: %s is %s', (date, era) => {
    expect(eraYear(date, 'ja')).toBe(era);
  });

  it('step over the end of a year and a leap day', () => {
    expect(dayBefore('2025-01-01')).toBe('2024-12-31');
    expect(dayBefore('2024-03-01')).toBe('2024-02-29');
  });
});
