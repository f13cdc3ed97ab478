const DIGITS = /^[0-9]{1,10}$/;

/** What is wrong with a member number: 1 to 10 half-width digits, since zeros in front may be left out. */
export function memberNumberFault(text: string) {
  if (text === '') {
    return 'memberNumberMissing';
  }
  return DIGITS.test(text) ? undefined : 'memberNumberForm';
}

/** With all its ten digits: 1234 is 0000001234. */
export function padded(memberNumber: string): string {
  return memberNumber.padStart(10, '0');
}
