import { describe, expect, it } from 'vitest';
import { fiscalYearName, fiscalYearOf, lastDayOf } from './fiscalYear';

describe('a fiscal year', () => {
  it('runs from 1 April to 31 March', () => {
    expect(fiscalYearOf('2024-04-01')).toBe(2024);
    expect(fiscalYearOf('2025-03-31')).toBe(2024);
    expect(lastDayOf(2024)).toBe('2025-03-31');
  });

  it.each([
    [1988, '1988年度(昭和63年度)'],
    [1989, '1989年度(平成元年度)'],
    [2018, '2018年度(平成30年度)'],
    [2019, '2019年度(令和元年度)'],
    [2024, '2024年度(令和6年度)'],
  ])('is named with its era: %i is %s', (fiscalYear, name) => {
    expect(fiscalYearName(fiscalYear, 'ja')).toBe(name);
  });

  it('is named in English', () => {
    expect(fiscalYearName(2024, 'en')).toBe('FY 2024 (Reiwa 6)');
  });
});
