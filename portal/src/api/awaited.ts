type Open = { query?: never; header?: never; path?: never; cookie?: never };

interface Read<Answer> {
  parameters: Open;
  get: {
    parameters: Open;
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

export interface AwaitedPaths {
  '/login-id-recoveries': Send<{ memberNumber: string; birthDate: string; language: Language }, 202>;
  '/login-id-recoveries/completion': Send<Proof & { loginId: string; password: string }, 201, { loginId: string }>;
  '/password-recoveries': Send<
    { loginId?: string; memberNumber?: string; birthDate?: string; language: Language },
    202
  >;
  '/password-recoveries/completion': Send<Proof & { password: string }, 204>;
  '/recovery-requests': Read<{ requests: { memberNumber: string; since: string }[] }>;
  '/recovery-codes': Send<{ memberNumber: string }, 201, { code: string; expiresAt: string }>;
}
