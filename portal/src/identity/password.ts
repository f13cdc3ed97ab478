const CHARACTERS = /^[A-Za-z0-9]*$/;
const SHORTEST = 8;
const LONGEST = 12;

/** What is wrong with a new password: 8 to 12 half-width letters and digits, at least one of each. */
export function passwordFault(password: string) {
  if (password === '') {
    return 'passwordMissing';
  }
  if (!CHARACTERS.test(password)) {
    return 'passwordCharacters';
  }
  if (password.length < SHORTEST || password.length > LONGEST) {
    return 'passwordLength';
  }
  return /[A-Za-z]/.test(password) && /[0-9]/.test(password) ? undefined : 'passwordMixed';
}

/** What is wrong with a password that goes with a login ID. */
export function passwordFaultBeside(loginId: string, password: string) {
  const isSame = password !== '' && password.toLowerCase() === loginId.toLowerCase();
  return passwordFault(password) ?? (isSame ? 'passwordIsLoginId' : undefined);
}

export function passwordAgainFault(password: string, again: string) {
  if (again === '') {
    return 'passwordAgainMissing';
  }
  return again === password ? undefined : 'passwordAgainOther';
}
