import createClient, { type Middleware } from 'openapi-fetch';
import { currentLanguage } from '../i18n/i18n';
import { csrfToken } from './csrf';
import type { paths as AuthPaths } from './generated/auth';
import type { paths as LedgerPaths } from './generated/ledger';
import type { paths as MemberPaths } from './generated/member';
import type { paths as NoticePaths } from './generated/notice';
import { problemOf, Unreachable } from './problem';

const CHANGING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

const headers: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', currentLanguage());
    if (CHANGING.has(request.method)) {
      request.headers.set('X-CSRF-Token', csrfToken());
      // A caller that may send the same wish twice brings its own key.
      if (!request.headers.has('Idempotency-Key')) {
        request.headers.set('Idempotency-Key', crypto.randomUUID());
      }
    }
    return request;
  },
  onError() {
    return new Unreachable();
  },
};

const options = {
  credentials: 'same-origin' as const,
  // Looked up for each request, so that a test can stand in for the network.
  fetch: (request: Request) => fetch(request),
};

export const auth = createClient<AuthPaths>({ ...options, baseUrl: '/' });
/** The same service with the token of the session, for what is about the person who is signed in. */
export const login = createClient<AuthPaths>({ ...options, baseUrl: '/api/auth' });
export const member = createClient<MemberPaths>({ ...options, baseUrl: '/api/member' });
export const ledger = createClient<LedgerPaths>({ ...options, baseUrl: '/api/ledger' });
export const notice = createClient<NoticePaths>({ ...options, baseUrl: '/api/notice' });

for (const client of [auth, login, member, ledger, notice]) {
  client.use(headers);
}

interface Answer<Body> {
  data?: Body;
  error?: unknown;
  response: Response;
}

/** The body of a good answer; any other is thrown as {@link ApiProblem}. */
export async function bodyOf<Body>(answer: Promise<Answer<Body>>): Promise<Body> {
  const { data, error, response } = await answer;
  if (!response.ok) {
    throw problemOf(response, error);
  }
  return data as Body;
}
