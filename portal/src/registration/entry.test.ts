import { expect, it } from 'vitest';
import { onlyFaults } from '../ui/form';
import { entryFaults, NOTHING_ENTERED } from './entry';

const TODAY = '2025-05-26';
const GOOD = {
  ...NOTHING_ENTERED,
  loginId: 'taro.nenkin',
  password: 'tulip2025',
  passwordAgain: 'tulip2025',
  memberNumber: '1234',
  birthDate: { year: '1975', month: '6', day: '10' },
};

it('wants everything but the e-mail address, in the order of the fields', () => {
  const missing = Object.keys(onlyFaults(entryFaults(NOTHING_ENTERED, TODAY)));
  expect(missing).toEqual(['loginId', 'password', 'passwordAgain', 'memberNumber', 'birthDate']);
  expect(onlyFaults(entryFaults(GOOD, TODAY))).toEqual({});
});

it('wants an e-mail address twice once there is one', () => {
  const once = entryFaults({ ...GOOD, email: 'taro@example.jp' }, TODAY);
  expect(onlyFaults(once)).toEqual({ emailAgain: 'emailAgainOther' });
  const onlyAgain = entryFaults({ ...GOOD, emailAgain: 'taro@example.jp' }, TODAY);
  expect(onlyFaults(onlyAgain)).toEqual({ email: 'emailLength', emailAgain: 'emailAgainOther' });
});
