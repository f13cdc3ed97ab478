import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { auth, bodyOf, ledger, notice } from './clients';
import { rememberCsrfToken } from './csrf';
import { ApiProblem, Unreachable } from './problem';

let sent: Request[];
let respond: () => Promise<Response>;

beforeEach(() => {
  sent = [];
  respond = () => Promise.resolve(new Response(null, { status: 204 }));
  vi.stubGlobal('fetch', (request: Request) => {
    sent.push(request);
    return respond();
  });
});
afterEach(() => vi.unstubAllGlobals());

const balances = () =>
  bodyOf(
    ledger.GET('/members/{memberNumber}/accounts', {
      params: { path: { memberNumber: '0000001234' } },
    }),
  );

it('sends the token of the session and a key with what changes something', async () => {
  rememberCsrfToken('token');
  await bodyOf(auth.POST('/session/sign-out'));
  expect(sent[0]?.headers.get('X-CSRF-Token')).toBe('token');
  expect(sent[0]?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
});

it('keeps the key that a caller brings', async () => {
  const header = { 'Idempotency-Key': 'wish-1' };
  await bodyOf(notice.POST('/publications', { params: { header }, body: { fiscalYear: 2024 } }));
  expect(sent[0]?.headers.get('Idempotency-Key')).toBe('wish-1');
});

it('sends neither with what only reads', async () => {
  respond = () => Promise.resolve(Response.json({ accounts: [] }));
  await balances();
  expect(sent[0]?.headers.has('X-CSRF-Token')).toBe(false);
  expect(sent[0]?.headers.get('Accept-Language')).toBe('ja');
});

it('throws what a service refuses, with its code', async () => {
  respond = () => Promise.resolve(Response.json({ code: 'not-found', status: 404 }, { status: 404 }));
  await expect(balances()).rejects.toMatchObject({ problem: { status: 404, code: 'not-found' } });
});

it('throws what a proxy answers in its own way', async () => {
  respond = () => Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 }));
  await expect(balances()).rejects.toBeInstanceOf(ApiProblem);
});

it('tells that nothing answered', async () => {
  respond = () => Promise.reject(new TypeError('Failed to fetch'));
  await expect(balances()).rejects.toBeInstanceOf(Unreachable);
});
