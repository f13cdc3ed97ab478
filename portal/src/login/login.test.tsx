import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import '../i18n/i18n';
import { empty, open, refusal, serve } from '../testing/portal';

const TOKEN = 'q2w3e4r5t6y7u8i9o0p1';
const SESSION = {
  kind: 'MEMBER',
  memberNumber: '0000001234',
  csrfToken: 'token',
  idleEndsAt: '2025-05-26T01:00:00Z',
  endsAt: '2025-05-26T08:00:00Z',
};
const ACCOUNT = {
  loginId: 'taro.nenkin',
  registeredAt: '2025-04-10T02:00:00Z',
  email: { address: 'taro@example.jp', confirmed: true },
  twoFactor: false,
};
const OF_MEMBER = '/api/auth/members/0000001234';
const member = {
  'GET /api/notice/members/0000001234/messages': () => Response.json({ messages: [], unread: 0, next: null }),
  'GET /session': () => Response.json(SESSION),
  [`GET ${OF_MEMBER}/login-account`]: () => Response.json(ACCOUNT),
  [`GET ${OF_MEMBER}/sign-ins`]: () => Response.json({ signIns: [] }),
};

beforeAll(() => i18next.changeLanguage('ja'));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const type = async (label: RegExp, value: string) =>
  fireEvent.change(await screen.findByLabelText(label), { target: { value } });

it('confirms an address only by the button, since programs open links too', async () => {
  const sent = serve({ 'POST /email-confirmations': empty(204) });
  const router = open(`/email-confirmation#${TOKEN}`);
  await waitFor(() => expect(router.state.location.hash).toBe(''));
  await screen.findByRole('button', { name: '確認する' });
  expect(sent.map(({ operation }) => operation)).not.toContain('POST /email-confirmations');
  await press('確認する');
  await screen.findByRole('heading', { name: 'メールアドレスを確認しました' });
  expect(sent.at(-1)?.body).toEqual({ token: TOKEN });
});

it('says what to do when the link is over or was forgotten', async () => {
  serve({ 'POST /email-confirmations': () => refusal(410, 'link-over') });
  open(`/email-confirmation#${TOKEN}`);
  await press('確認する');
  expect(await screen.findByText('このリンクは使えません')).toBeTruthy();
  cleanup();
  open('/email-confirmation');
  expect(await screen.findByText('メールのリンクをもう一度開いてください')).toBeTruthy();
});

it('shows the login, and where to change what the sign-in asks for', async () => {
  serve(member);
  open('/account');
  expect(await screen.findByText('taro.nenkin')).toBeTruthy();
  expect(screen.getByText('確認済みです。')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'パスワード変更' }).getAttribute('href')).toBe(
    '/sign-in/member?returnTo=%2Faccount&ui_locales=ja&kc_action=UPDATE_PASSWORD',
  );
  expect(screen.getByRole('link', { name: '2段階認証を設定する' }).getAttribute('href')).toContain(
    'kc_action=CONFIGURE_TOTP',
  );
});

it('tells who has no login ID of the own that there is nothing to show', async () => {
  serve({ ...member, [`GET ${OF_MEMBER}/login-account`]: () => refusal(404, 'not-found') });
  open('/account');
  expect(await screen.findByText('ポータルで登録されたログインIDではありません')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'すべての端末でログアウト' })).toBeTruthy();
});

it('marks the sign-ins that were refused', async () => {
  const signIns = [
    { at: '2025-05-26T00:10:00Z', outcome: 'SIGNED_IN', by: 'MOBILE', from: '203.0.113.7' },
    { at: '2025-05-25T22:58:00Z', outcome: 'REFUSED', by: 'PORTAL', from: '203.0.113.8' },
  ];
  serve({ ...member, [`GET ${OF_MEMBER}/sign-ins`]: () => Response.json({ signIns }) });
  open('/account');
  const refused = (await screen.findByText('失敗')).closest('li');
  expect(refused?.textContent).toBe('2025年5月26日 07:58失敗ポータル · 203.0.113.8');
  expect(screen.getByText('アプリ · 203.0.113.7')).toBeTruthy();
});

it('asks for another address, and shows it as waiting', async () => {
  let account: object = ACCOUNT;
  const newEmail = { address: 'new@example.jp', confirmed: false, mail: 'SENT' };
  const sent = serve({
    ...member,
    [`GET ${OF_MEMBER}/login-account`]: () => Response.json(account),
    [`POST ${OF_MEMBER}/email-changes`]: () => {
      account = { ...ACCOUNT, newEmail };
      return new Response(null, { status: 202 });
    },
    [`POST ${OF_MEMBER}/email-changes/sending`]: empty(202),
  });
  open('/account/email');
  await type(/^メールアドレス 必須/, 'new@example.jp');
  await press('確認のメールを受け取る');
  expect(await screen.findAllByText('2回入力したメールアドレスが違っています。')).toHaveLength(2);
  await type(/^メールアドレス\(確認用\)/, 'new@example.jp');
  await press('確認のメールを受け取る');
  expect(await screen.findByText('new@example.jp')).toBeTruthy();
  expect(sent.map(({ body }) => body)).toContainEqual({ email: 'new@example.jp', language: 'JAPANESE' });
  await press('確認のメールをもう一度送る');
  expect(await screen.findByText('もう一度お送りします。')).toBeTruthy();
});
