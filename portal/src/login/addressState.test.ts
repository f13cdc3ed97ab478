import { expect, it } from 'vitest';
import { addressState } from './addressState';

it.each([
  [{ confirmed: true }, 'confirmed'],
  [{ confirmed: true, mail: 'REFUSED' }, 'refused'],
  [{ confirmed: false, mail: 'SENT' }, 'waiting'],
  [{ confirmed: false }, 'waiting'],
  [{ confirmed: false, mail: 'WAITING' }, 'underway'],
  [{ confirmed: false, mail: 'REFUSED' }, 'refused'],
] as const)('%j is %s', (address, state) => {
  expect(addressState(address)).toBe(state);
});
