interface Parameters<Path> {
  query?: never;
  header?: never;
  path: Path;
  cookie?: never;
}
type Open = Omit<Parameters<never>, 'path'> & { path?: never };
type Params<Path> = [Path] extends [never] ? Open : Parameters<Path>;

interface Read<Path, Answer> {
  parameters: Open;
  get: {
    parameters: Params<Path>;
    requestBody?: never;
    responses: { 200: { headers: object; content: { 'application/json': Answer } } };
  };
}
interface Send<Body, Status extends number, Answer = never> {
  parameters: Open;
  post: {
    parameters: Open;
    requestBody: { content: { 'application/json': Body } };
    responses: { [status in Status]: { headers: object; content: { 'application/json': Answer } } };
  };
}

type Language = 'JAPANESE' | 'ENGLISH';
type Proof = { token?: string; memberNumber?: string; code?: string };
type MailState = 'NONE' | 'SENT' | 'WAITING' | 'REFUSED';
type Address = { address: string; confirmed: boolean; mail?: MailState };
type OfMember = { memberNumber: string };
interface SendOf<Body> {
  parameters: Open;
  post: {
    parameters: Parameters<OfMember>;
    responses: { 202: { headers: object; content?: never } };
  } & ([Body] extends [never] ? { requestBody?: never } : { requestBody: { content: { 'application/json': Body } } });
}

export interface AwaitedPaths {
  '/consent': Read<never, { version: string; title: string; text: string }>;
  '/registrations': Send<
    {
      consentVersion: string;
      loginId: string;
      memberNumber: string;
      birthDate: string;
      email?: string;
      language: Language;
    },
    201,
    { ticket: string; loginId: string; memberNumber: string; birthDate: string; email?: string; expiresAt: string }
  >;
  '/registrations/completion': Send<{ ticket: string; password: string }, 201, { loginId: string; mail: MailState }>;
  '/birth-date-inquiries': Send<{ memberNumber: string; birthDate: string; email?: string; language: Language }, 202>;
  '/email-confirmations': Send<{ token: string }, 204>;
  '/login-id-recoveries': Send<{ memberNumber: string; birthDate: string; language: Language }, 202>;
  '/login-id-recoveries/completion': Send<Proof & { loginId: string; password: string }, 201, { loginId: string }>;
  '/password-recoveries': Send<
    { loginId?: string; memberNumber?: string; birthDate?: string; language: Language },
    202
  >;
  '/password-recoveries/completion': Send<Proof & { password: string }, 204>;
  '/members/{memberNumber}/login-account': Read<
    OfMember,
    { loginId: string; registeredAt: string; email?: Address; newEmail?: Address; twoFactor: boolean }
  >;
  '/members/{memberNumber}/email-changes': SendOf<{ email: string; language: Language }>;
  '/members/{memberNumber}/email-changes/sending': SendOf<never>;
  '/members/{memberNumber}/sign-ins': Read<
    OfMember,
    { signIns: { at: string; outcome: 'SIGNED_IN' | 'REFUSED'; by: 'PORTAL' | 'MOBILE'; from?: string }[] }
  >;
  '/recovery-requests': Read<never, { requests: { memberNumber: string; since: string }[] }>;
  '/recovery-codes': Send<{ memberNumber: string }, 201, { code: string; expiresAt: string }>;
}
