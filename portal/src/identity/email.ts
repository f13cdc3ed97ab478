const SHORTEST = 6;
const LONGEST = 255;
const LONGEST_BEFORE_AT = 64;
const CHARACTERS = /^[A-Za-z0-9._@+-]*$/;
const FORM = /^[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+$/;

/** What is wrong with an e-mail address: 6 to 255 half-width letters, digits and - _ . @ +, at most 64 before the @ */
export function emailFault(email: string) {
  if (!CHARACTERS.test(email)) {
    return 'emailCharacters';
  }
  if (email.length < SHORTEST || email.length > LONGEST) {
    return 'emailLength';
  }
  if (!FORM.test(email)) {
    return 'emailForm';
  }
  return email.indexOf('@') > LONGEST_BEFORE_AT ? 'emailBeforeAt' : undefined;
}

/** Typed a second time, so that a slip is seen before a mail goes astray. */
export function emailAgainFault(email: string, again: string) {
  return email === again ? undefined : 'emailAgainOther';
}
