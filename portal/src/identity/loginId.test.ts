import { expect, it } from 'vitest';
import { forbiddenIn, loginIdFault } from './loginId';

it.each([
  ['', 'loginIdMissing'],
  ['abcde', 'loginIdLength'],
  ['abcdef', undefined],
  ['a'.repeat(80), undefined],
  ['a'.repeat(81), 'loginIdLength'],
  ['Az09-_.@+', undefined],
  ['ａｂｃｄｅｆ', 'loginIdCharacters'],
  ['abcde１', 'loginIdCharacters'],
  ['ログインログイン', 'loginIdCharacters'],
  ['abcde𠮷', 'loginIdCharacters'],
])('%s: %s', (text, fault) => {
  expect(loginIdFault(text)).toBe(fault);
});

it.each([...'!"#$%&\'()*,/:;<=>?[\\]^`{|}~ \t\u3000'])('forbids %j', (sign) => {
  expect(loginIdFault(`abcdef${sign}`)).toBe('loginIdCharacters');
  expect(forbiddenIn(`abc${sign}def${sign}`)).toEqual([sign]);
});

it('names a character of two units as one', () => {
  expect(forbiddenIn('abc𠮷def')).toEqual(['𠮷']);
});
