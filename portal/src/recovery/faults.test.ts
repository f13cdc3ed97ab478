import { expect, it } from 'vitest';
import { NOT_CHOSEN } from '../identity/birthDate';
import { onlyFaults } from '../ui/form';
import { forgottenFaults, letterFaults } from './faults';

const TODAY = '2025-05-26';
const NOTHING = { loginId: '', memberNumber: '', birthDate: NOT_CHOSEN };

it('wants what the chosen way needs, and nothing of the other', () => {
  expect(onlyFaults(forgottenFaults({ ...NOTHING, by: 'loginId' }, TODAY))).toEqual({ loginId: 'loginIdMissing' });
  expect(onlyFaults(forgottenFaults({ ...NOTHING, by: 'identity' }, TODAY))).toEqual({
    memberNumber: 'memberNumberMissing',
    birthDate: 'birthDateMissing',
  });
});

it('takes the code of a letter with blanks around it', () => {
  expect(onlyFaults(letterFaults({ memberNumber: '1', code: ' ' }))).toEqual({ code: 'codeMissing' });
  expect(onlyFaults(letterFaults({ memberNumber: '1', code: ' K7QM ' }))).toEqual({});
});
