import { expect, it } from 'vitest';
import { memberNumberFault, padded } from './memberNumber';

it.each([
  ['', 'memberNumberMissing'],
  ['1', undefined],
  ['0000001234', undefined],
  ['00000012345', 'memberNumberForm'],
  ['１２３４', 'memberNumberForm'],
  ['12-34', 'memberNumberForm'],
  [' 1234', 'memberNumberForm'],
])('%s: %s', (text, fault) => {
  expect(memberNumberFault(text)).toBe(fault);
});

it('is the same with and without its zeros', () => {
  expect(padded('1234')).toBe('0000001234');
  expect(padded('0000001234')).toBe('0000001234');
});
