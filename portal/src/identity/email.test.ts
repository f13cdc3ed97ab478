import { expect, it } from 'vitest';
import { emailAgainFault, emailFault } from './email';

const before = (length: number) => 'a'.repeat(length);
const domain = (length: number) => `${'b'.repeat(length - 4)}.org`;

it.each([
  ['a@b.c', 'emailLength'],
  ['a@b.cd', undefined],
  [`${before(64)}@${domain(190)}`, undefined],
  [`${before(64)}@${domain(191)}`, 'emailLength'],
  [`${before(65)}@${domain(20)}`, 'emailBeforeAt'],
  ['taro.nenkin+fund_1-a@mail.example.jp', undefined],
  ['taro.example.jp', 'emailForm'],
  ['taro@', 'emailLength'],
  ['@example.jp', 'emailForm'],
  ['taro@ex@mple.jp', 'emailForm'],
  ['taro nenkin@example.jp', 'emailCharacters'],
  ['ｔａｒｏ@example.jp', 'emailCharacters'],
  ["o'taro@example.jp", 'emailCharacters'],
])('%s: %s', (email, fault) => {
  expect(emailFault(email)).toBe(fault);
});

it('is 255 long at most', () => {
  expect(`${before(64)}@${domain(190)}`).toHaveLength(255);
});

it('is typed the same twice', () => {
  expect(emailAgainFault('taro@example.jp', 'taro@example.com')).toBe('emailAgainOther');
  expect(emailAgainFault('taro@example.jp', 'taro@example.jp')).toBeUndefined();
});
