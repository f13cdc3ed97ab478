import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { accountsAnswer, historyAnswer, MEMBER, messageAnswer, messageSummary, messages, person } from './fund.ts';
import { type Answer, PUBLIC, SIGNED_IN } from './logins.ts';
import { isSettled, publications, start } from './publications.ts';

const POLICY =
  "default-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'";

type Handler = (call: Call) => void;

interface Call {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  /** The parts of the path that the route names. */
  parts: string[];
}

/** Stands in for the system in `npm run dev` and `npm run preview`: sign-in, session and the services' answers. */
export function fakeServer(): Plugin {
  return {
    name: 'fake-server',
    configureServer: ({ middlewares }) => void middlewares.use(answer),
    configurePreviewServer: ({ middlewares }) =>
      void middlewares.use((request, response, next) => {
        response.setHeader('Content-Security-Policy', POLICY);
        answer(request, response, next);
      }),
  };
}

const sessions = new Map<string, { kind: 'MEMBER' | 'OFFICER'; csrfToken: string }>();

const ROUTES: [method: string, path: RegExp, handler: Handler][] = [
  ['GET', /^\/sign-in\/(member|fund)$/, (call) => html(call, signInPage(call))],
  ['POST', /^\/sign-in\/(member|fund)$/, signIn],
  ['GET', /^\/session$/, (call) => json(call, sessionAnswer(call))],
  ['POST', /^\/sessions?\/sign-out$/, signOut],
  ['GET', /^\/api\/auth\//, ofLogin],
  ['POST', /^\/api\/auth\//, ofLogin],
  ['GET', /^\/api\/member\/members\/\d+$/, (call) => json(call, person)],
  ['GET', /^\/api\/ledger\/members\/\d+\/accounts$/, (call) => json(call, accountsAnswer())],
  [
    'GET',
    /^\/api\/ledger\/members\/\d+\/accounts\/(\w+)\/0\/history$/,
    (call) => json(call, historyAnswer(first(call))),
  ],
  ['GET', /^\/api\/notice\/members\/\d+\/messages$/, inbox],
  ['GET', /^\/api\/notice\/members\/\d+\/messages\/([\w-]+)$/, (call) => json(call, messageAnswer(message(call)))],
  ['POST', /^\/api\/notice\/members\/\d+\/messages\/([\w-]+)\/reading$/, read],
  ['GET', /^\/api\/notice\/members\/\d+\/messages\/([\w-]+)\/document$/, pdf],
  ['GET', /^\/api\/notice\/publications$/, (call) => json(call, { publications })],
  ['POST', /^\/api\/notice\/publications$/, publish],
  ['GET', /^\/api\/notice\/publications\/([\w-]+)$/, (call) => json(call, publication(call))],
  ['GET', /^\/api\/notice\/publications\/([\w-]+)\/progress$/, progress],
];

function answer(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const open = PUBLIC[`${request.method} ${url.pathname}`];
  if (open) {
    answerWith({ request, response, url, parts: [] }, open);
    return;
  }
  for (const [method, path, handler] of ROUTES) {
    const match = request.method === method ? path.exec(url.pathname) : null;
    if (match) {
      const call = { request, response, url, parts: match.slice(1) };
      if (!refused(call)) {
        handler(call);
      }
      return;
    }
  }
  next();
}

function ofLogin(call: Call): void {
  const operation = `${call.request.method} ${call.url.pathname}`;
  const found = SIGNED_IN.find(([wanted]) => wanted.test(operation));
  if (found) {
    answerWith(call, found[1]);
  } else {
    problem(call, 404, 'not-found');
  }
}

function answerWith(call: Call, of: (given: Record<string, string>, language: 'ja' | 'en') => Answer): void {
  body(call.request, (text) => {
    const language = call.request.headers['accept-language'] === 'en' ? 'en' : 'ja';
    const { status, body: answer, retryAfter } = of(text ? JSON.parse(text) : {}, language);
    if (retryAfter) {
      call.response.setHeader('Retry-After', retryAfter);
    }
    if (answer) {
      json(call, answer, status);
    } else {
      call.response.writeHead(status).end();
    }
  });
}

function refused(call: Call): boolean {
  const { pathname } = call.url;
  if (pathname.startsWith('/sign-in')) {
    return false;
  }
  const session = sessions.get(cookie(call));
  if (!session) {
    problem(call, 401, 'session-missing');
    return true;
  }
  if (call.request.method === 'POST' && call.request.headers['x-csrf-token'] !== session.csrfToken) {
    problem(call, 403, 'csrf-refused');
    return true;
  }
  return false;
}

function signInPage({ url, parts }: Call, wrongFor?: string): string {
  const officer = parts[0] === 'fund' ? '<p>職員用</p>' : '';
  const message = wrongFor ? '<p role="alert">ログインIDまたはパスワードが正しくありません。</p>' : '';
  return `<!doctype html><html lang="ja"><meta name="viewport" content="width=device-width"><title>ログイン | 企業年金ポータル</title><main><h1>ログイン</h1>${officer}${message}
    <form method="post" action="${url.pathname}${url.search}">
      <p><label>ログインID <input name="username" value="${wrongFor ?? ''}"></label></p>
      <p><label>パスワード <input name="password" type="password"></label></p>
      <p><label>生年月日 <input name="birthDate" inputmode="numeric"></label></p>
      <p><button>ログイン</button></p>
    </form></main></html>`;
}

function signIn(call: Call): void {
  body(call.request, (text) => {
    const form = new URLSearchParams(text);
    if (form.get('password') !== 'password') {
      return html(call, signInPage(call, form.get('username') ?? ''));
    }
    const id = randomUUID();
    sessions.set(id, { kind: call.parts[0] === 'fund' ? 'OFFICER' : 'MEMBER', csrfToken: randomUUID() });
    call.response.setHeader('Set-Cookie', `session=${id}; Path=/; HttpOnly; SameSite=Lax`);
    call.response.writeHead(303, { Location: call.url.searchParams.get('returnTo') ?? '/' }).end();
  });
}

function sessionAnswer(call: Call) {
  const { kind, csrfToken } = sessions.get(cookie(call)) as { kind: string; csrfToken: string };
  const after = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  const who = kind === 'MEMBER' ? { memberNumber: MEMBER, name: person.name } : { name: '基金 花子' };
  return { kind, ...who, csrfToken, idleEndsAt: after(30), endsAt: after(480) };
}

function signOut(call: Call): void {
  sessions.delete(cookie(call));
  call.response.writeHead(204).end();
}

function inbox(call: Call): void {
  const size = Number(call.url.searchParams.get('limit') ?? 20);
  const from = Number(call.url.searchParams.get('cursor') ?? 0);
  const shown = messages.slice(from, from + size);
  const next = from + size < messages.length ? String(from + size) : null;
  const unread = messages.filter(({ isNew }) => isNew).length;
  json(call, { messages: shown.map(messageSummary), unread, next });
}

function read(call: Call): void {
  message(call).isNew = false;
  call.response.writeHead(204).end();
}

function pdf(call: Call): void {
  call.response.writeHead(200, { 'Content-Type': 'application/pdf', 'Cache-Control': 'private, no-store' });
  call.response.end('%PDF-1.4\n%%EOF\n');
}

function publish(call: Call): void {
  body(call.request, (text) => {
    const found = publications.find(({ fiscalYear }) => fiscalYear === JSON.parse(text).fiscalYear);
    if (found?.status !== 'PREPARED') {
      return problem(call, 409, 'already-published');
    }
    start(found);
    json(call, found, 202);
  });
}

function progress(call: Call): void {
  const of = publication(call);
  call.response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  let id = 0;
  const timer = setInterval(() => {
    call.response.write(`id: ${++id}\nevent: publication\ndata: ${JSON.stringify(of)}\n\n`);
    if (isSettled(of)) {
      clearInterval(timer);
      call.response.end();
    }
  }, 300);
  call.request.on('close', () => clearInterval(timer));
}

function first({ parts }: Call): string {
  return parts[0] as string;
}

function message(call: Call) {
  return messages.find(({ id }) => id === first(call)) ?? (messages[0] as (typeof messages)[number]);
}

function publication(call: Call) {
  return publications.find(({ id }) => id === first(call)) ?? (publications[0] as (typeof publications)[number]);
}

function cookie({ request }: Call): string {
  return /session=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
}

function json({ response }: Call, answer: object, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(answer));
}

function problem({ response }: Call, status: number, code: string): void {
  response.writeHead(status, { 'Content-Type': 'application/problem+json' });
  response.end(JSON.stringify({ type: 'about:blank', title: code, detail: code, status, code }));
}

function html({ response }: Call, text: string): void {
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(text);
}

function body(request: IncomingMessage, then: (text: string) => void): void {
  let text = '';
  request.on('data', (chunk) => {
    text += chunk;
  });
  request.on('end', () => then(text));
}
