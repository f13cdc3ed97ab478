import type { LocalDate } from '../format/dates';
import { birthDateFault } from '../identity/birthDate';
import type { Identity } from '../identity/IdentityFields';
import { memberNumberFault } from '../identity/memberNumber';
import type { Faults } from '../ui/form';
import type { Letter, PasswordForgotten } from './recoveries';

export function identityFaults({ memberNumber, birthDate }: Identity, today: LocalDate): Faults {
  return { memberNumber: memberNumberFault(memberNumber), birthDate: birthDateFault(birthDate, today) };
}

/** A login ID is not held to today's rules here: it was good when it was made. */
export function forgottenFaults(entry: PasswordForgotten, today: LocalDate): Faults {
  if (entry.by === 'identity') {
    return identityFaults(entry, today);
  }
  return { loginId: entry.loginId === '' ? 'loginIdMissing' : undefined };
}

export function letterFaults({ memberNumber, code }: Letter): Faults {
  return { memberNumber: memberNumberFault(memberNumber), code: code.trim() === '' ? 'codeMissing' : undefined };
}
