import { expect, it } from 'vitest';
import { interestParts } from './formula';

it('works the example of the 2025 notice through', () => {
  const figures = { rate: '3.7', opening: 100_000, openingMonths: 12, yenMonths: 257_400 };
  expect(interestParts(figures)).toEqual({ fromOpening: '3,700', fromCredits: '793.65', exact: '4,493.65' });
});

it('says that more decimals follow', () => {
  const figures = { rate: '2.5', opening: 100_000, openingMonths: 7, yenMonths: 1 };
  expect(interestParts(figures)).toEqual({ fromOpening: '1,458.33…', fromCredits: '0.00…', exact: '1,458.33…' });
});

it('is exact for amounts that no floating point number holds', () => {
  const figures = { rate: '5.0', opening: 999_999_999_999, openingMonths: 12, yenMonths: 0 };
  expect(interestParts(figures).exact).toBe('49,999,999,999.95');
});

it('comes to nothing in a year without a rate above zero', () => {
  const figures = { rate: '0.0', opening: 100_000, openingMonths: 12, yenMonths: 257_400 };
  expect(interestParts(figures).exact).toBe('0');
});
