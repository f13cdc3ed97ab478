const SHORTEST = 6;
const LONGEST = 80;
const FORBIDDEN = /[^A-Za-z0-9._@+-]/gu;

/** What is wrong with a login ID: 6 to 80 half-width letters, digits and - _ . @ + */
export function loginIdFault(text: string) {
  if (text === '') {
    return 'loginIdMissing';
  }
  if (forbiddenIn(text).length > 0) {
    return 'loginIdCharacters';
  }
  return isTooShort(text) || text.length > LONGEST ? 'loginIdLength' : undefined;
}

/** Whether more has to come; somebody who is still typing has done nothing wrong. */
export function isTooShort(loginId: string): boolean {
  return loginId.length < SHORTEST;
}

/** The characters that may not stand in a login ID, each once. */
export function forbiddenIn(loginId: string): string[] {
  return [...new Set(loginId.match(FORBIDDEN) ?? [])];
}
