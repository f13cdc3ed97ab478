import { mkdirSync } from 'node:fs';

function given(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set; README.md says what the browser tests need`);
  }
  return value;
}

/** The running system and the people in it, as the environment names them. */
export const system = {
  portal: given('PORTAL_URL').replace(/\/$/, ''),
  chromium: process.env.CHROMIUM ?? '/usr/bin/chromium',
  /** The system's data folder. */
  data: given('DATA'),
  member: {
    login: given('MEMBER_LOGIN'),
    password: given('MEMBER_PASSWORD'),
    birthDate: given('MEMBER_BIRTH_DATE'),
    number: given('MEMBER_NUMBER'),
  },
  officer: { login: given('OFFICER_LOGIN'), password: given('OFFICER_PASSWORD') },
  /** The fiscal year whose notice the member opens. */
  fiscalYear: given('FISCAL_YEAR'),
  output: given('OUTPUT'),
  /** Whether somebody wants to look at the screens. */
  pictures: process.env.PICTURES !== undefined,
};

/** Members without a login ID, with the birth date that is theirs, and the mailboxes; asked for by the tests of registration alone. */
export const newcomers = {
  get registrant() {
    return somebody('REGISTRANT');
  },
  /** Has no e-mail address. */
  get withoutMail() {
    return somebody('WITHOUT_MAIL');
  },
  /** The fund has another birth date until the employer files a correction. */
  get mistaken() {
    return somebody('MISTAKEN');
  },
  get mailboxes() {
    return new URL(given('IMAP_URL'));
  },
};

function somebody(name: string) {
  return { number: given(`${name}_NUMBER`), birthDate: given(`${name}_BIRTH_DATE`) };
}

mkdirSync(system.output, { recursive: true });
