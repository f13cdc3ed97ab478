/**
 * Registration, recovery and login account without a system. Some values of the forms are refused, so that every screen
 * can be seen: login ID "taken-id"; member numbers 1 (not matched), 2 (registered already), 3 (too many tries),
 * 4 (records behind), 5 (consent outdated); password "password1"; links and codes that begin with "used".
 */
export interface Answer {
  status: number;
  body?: object;
  retryAfter?: number;
}

type Given = Record<string, string | undefined>;

const refusal = (status: number, code: string, more: object = {}): Answer => ({
  status,
  body: { type: 'about:blank', title: code, detail: code, status, code, ...more },
});

const BY_NUMBER: Record<string, Answer> = {
  '0000000001': refusal(422, 'identity-not-matched'),
  '0000000002': refusal(409, 'already-registered'),
  '0000000003': { ...refusal(429, 'too-many-tries'), retryAfter: 840 },
  '0000000004': { ...refusal(503, 'records-behind'), retryAfter: 60 },
  '0000000005': refusal(409, 'consent-outdated'),
};

const CONSENTS = {
  ja: {
    title: '個人情報の取り扱いについて',
    text:
      '基金は、ログインIDの登録にあたってお預かりする加入者番号、生年月日、メールアドレスを、次の目的のために使います。\n\n' +
      '・ご本人であることの確認\n・年金と一時金についてのお知らせとご案内\n・ポータルの安全な運営\n\n' +
      '法令に基づく場合を除き、ご本人の同意なくほかの方に渡すことはありません。',
  },
  en: {
    title: 'How we treat personal data',
    text:
      'The fund uses your member number, date of birth and e-mail address\n\n' +
      '- to make sure it is you\n- to tell you about your benefits\n- to run the portal safely.\n\n' +
      'It passes nothing on without your consent unless the law demands it.',
  },
};

const account = {
  loginId: 'taro.nenkin',
  registeredAt: '2025-04-10T02:00:00Z',
  email: { address: 'taro@example.jp', confirmed: true } as object | undefined,
  newEmail: undefined as object | undefined,
  twoFactor: false,
};

const registered = { loginId: account.loginId, mail: 'SENT' };

const signIns = [
  { at: '2025-05-26T00:10:00Z', outcome: 'SIGNED_IN', by: 'PORTAL', from: '203.0.113.7' },
  { at: '2025-05-25T22:58:00Z', outcome: 'REFUSED', by: 'PORTAL', from: '203.0.113.7' },
  { at: '2025-05-20T11:31:00Z', outcome: 'SIGNED_IN', by: 'MOBILE', from: '2001:db8:85a3::8a2e:370:7334' },
];

let requests = [
  { memberNumber: '0000004321', askedAt: '2025-05-23T01:12:00Z' },
  { memberNumber: '0000009876', askedAt: '2025-05-26T03:40:00Z' },
];

/** What anybody may ask for, without a session. */
export const PUBLIC: Record<string, (given: Given, language: 'ja' | 'en') => Answer> = {
  'GET /consent': (_, language) => ({ status: 200, body: { version: '2025-04', ...CONSENTS[language] } }),
  'POST /registrations': register,
  'POST /registrations/completion': ({ password }) =>
    password === 'password1' ? commonPassword() : { status: 201, body: registered },
  'POST /birth-date-inquiries': () => ({ status: 202 }),
  'POST /email-confirmations': ({ token }) => spent(token) ?? { status: 204 },
  'POST /login-id-recoveries': (given) => BY_NUMBER[given.memberNumber ?? ''] ?? { status: 202 },
  'POST /login-id-recoveries/completion': (given) =>
    spent(given.token ?? given.code) ?? taken(given) ?? { status: 201, body: { loginId: given.loginId } },
  'POST /password-recoveries': (given) => BY_NUMBER[given.memberNumber ?? ''] ?? { status: 202 },
  'POST /password-recoveries/completion': (given) =>
    spent(given.token ?? given.code) ?? (given.password === 'password1' ? commonPassword() : { status: 204 }),
};

/** What the person who is signed in asks for. */
export const SIGNED_IN: [operation: RegExp, answer: (given: Given) => Answer][] = [
  [/^GET \/api\/auth\/members\/\d+\/login-account$/, () => ({ status: 200, body: account })],
  [/^GET \/api\/auth\/members\/\d+\/sign-ins$/, () => ({ status: 200, body: { signIns } })],
  [/^POST \/api\/auth\/members\/\d+\/email-changes$/, changeEmail],
  [/^POST \/api\/auth\/members\/\d+\/email-changes\/sending$/, () => ({ status: 202 })],
  [/^GET \/api\/auth\/recovery-requests$/, () => ({ status: 200, body: { requests } })],
  [/^POST \/api\/auth\/recovery-codes$/, makeCode],
];

function register(given: Given): Answer {
  const refused = BY_NUMBER[given.memberNumber ?? ''] ?? taken(given);
  const { loginId, memberNumber, birthDate, email } = given;
  const draft = { ticket: 'made-up', loginId, memberNumber, birthDate, email, expiresAt: '2025-05-26T04:00:00Z' };
  Object.assign(registered, { loginId, mail: email ? 'SENT' : 'NONE' });
  return refused ?? { status: 201, body: draft };
}

function taken({ loginId }: Given): Answer | undefined {
  return loginId?.toLowerCase() === 'taken-id' ? refusal(409, 'login-id-taken') : undefined;
}

function spent(secret: string | undefined): Answer | undefined {
  return secret?.startsWith('used') ? refusal(410, 'link-over') : undefined;
}

function commonPassword(): Answer {
  return refusal(400, 'invalid', {
    errors: [{ field: 'password', code: 'password-common', message: '推測されやすいか、最近使ったパスワードです。' }],
  });
}

function changeEmail({ email }: Given): Answer {
  account.newEmail = { address: email, confirmed: false, mail: email?.startsWith('refused') ? 'REFUSED' : 'SENT' };
  return { status: 202 };
}

function makeCode({ memberNumber }: Given): Answer {
  requests = requests.filter((request) => request.memberNumber !== memberNumber);
  return { status: 201, body: { code: 'K7QM-4RXW-9HTD', expiresAt: '2025-06-09T14:59:00Z' } };
}
