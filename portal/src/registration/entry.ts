import type { LocalDate } from '../format/dates';
import { type BirthDateParts, birthDateFault, NOT_CHOSEN } from '../identity/birthDate';
import type { EmailTwice } from '../identity/EmailFields';
import { emailAgainFault, emailFault } from '../identity/email';
import { loginIdFault } from '../identity/loginId';
import { memberNumberFault } from '../identity/memberNumber';
import type { NewPassword } from '../identity/NewPasswordFields';
import { passwordAgainFault, passwordFaultBeside } from '../identity/password';
import type { Faults } from '../ui/form';

/** What a member types to register. */
export interface Entry extends NewPassword, EmailTwice {
  loginId: string;
  memberNumber: string;
  birthDate: BirthDateParts;
}

export const NOTHING_ENTERED: Entry = {
  loginId: '',
  password: '',
  passwordAgain: '',
  memberNumber: '',
  birthDate: NOT_CHOSEN,
  email: '',
  emailAgain: '',
};

/** What is wrong with an entry; an e-mail address may be left out. */
export function entryFaults(entry: Entry, today: LocalDate): Faults {
  const withoutEmail = entry.email === '' && entry.emailAgain === '';
  return {
    loginId: loginIdFault(entry.loginId),
    password: passwordFaultBeside(entry.loginId, entry.password),
    passwordAgain: passwordAgainFault(entry.password, entry.passwordAgain),
    memberNumber: memberNumberFault(entry.memberNumber),
    birthDate: birthDateFault(entry.birthDate, today),
    email: withoutEmail ? undefined : emailFault(entry.email),
    emailAgain: withoutEmail ? undefined : emailAgainFault(entry.email, entry.emailAgain),
  };
}
