import { expect, it } from 'vitest';
import { passwordAgainFault, passwordFault, passwordFaultBeside } from './password';

it.each([
  ['', 'passwordMissing'],
  ['tulip12', 'passwordLength'],
  ['tulip123', undefined],
  ['tulip1234567', undefined],
  ['tulip12345678', 'passwordLength'],
  ['tuliptulip', 'passwordMixed'],
  ['1234567890', 'passwordMixed'],
  ['tulip-123', 'passwordCharacters'],
  ['tulip 123', 'passwordCharacters'],
  ['ｔｕｌｉｐ１２３', 'passwordCharacters'],
])('%s: %s', (password, fault) => {
  expect(passwordFault(password)).toBe(fault);
});

it('is not the login ID, in whatever case', () => {
  expect(passwordFaultBeside('Tulip1234', 'tULIP1234')).toBe('passwordIsLoginId');
  expect(passwordFaultBeside('tulip1234', 'tulip12345')).toBeUndefined();
  expect(passwordFaultBeside('', '')).toBe('passwordMissing');
});

it('is typed the same twice', () => {
  expect(passwordAgainFault('tulip123', '')).toBe('passwordAgainMissing');
  expect(passwordAgainFault('tulip123', 'Tulip123')).toBe('passwordAgainOther');
  expect(passwordAgainFault('tulip123', 'tulip123')).toBeUndefined();
});
