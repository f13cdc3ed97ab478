import { expect, it } from 'vitest';
import { groupedNumber, signedNumber } from './yen';

it('groups by thousands', () => {
  expect(groupedNumber(208185)).toBe('208,185');
  expect(groupedNumber(0)).toBe('0');
});

it('shows the sign of a change', () => {
  expect(signedNumber(3300)).toBe('+3,300');
  expect(signedNumber(-1100)).toBe('−1,100');
  expect(signedNumber(0)).toBe('0');
});
