import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import '../i18n/i18n';
import { empty, open, refusal, type Sent, serve } from '../testing/portal';

const CONSENT = { version: '2025-04', title: '個人情報の取り扱い', text: '本文' };
const DRAFT = {
  ticket: 'ticket-1',
  loginId: 'taro.nenkin',
  memberNumber: '0000001234',
  birthDate: '2000-02-22',
  email: 'taro@example.jp',
  expiresAt: '2025-05-26T01:00:00Z',
};

let answers: Record<string, () => Response>;
let sent: Sent[];

beforeAll(() => i18next.changeLanguage('ja'));
beforeEach(() => {
  answers = {
    'GET /consent': () => Response.json(CONSENT),
    'POST /registrations': () => Response.json(DRAFT, { status: 201 }),
    'POST /registrations/completion': () => Response.json({ loginId: 'taro.nenkin', mail: 'SENT' }, { status: 201 }),
  };
  sent = serve(answers);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const type = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const sentTo = (operation: string) => sent.filter((request) => request.operation === operation).map(({ body }) => body);
const heading = (name: string) => screen.findByRole('heading', { name, level: 1 });

async function agree() {
  fireEvent.click(await screen.findByRole('checkbox', { name: '上の内容に同意します' }));
  await press('次へ進む');
  await heading('登録内容の入力');
}

async function enter() {
  const router = open('/registration');
  await agree();
  type(/^ログインID/, 'taro.nenkin');
  type(/^パスワード 必須/, 'tulip2025');
  type(/^パスワード\(確認用\)/, 'tulip2025');
  type(/^加入者番号/, '1234');
  type(/^年/, '2000');
  type(/^月/, '2');
  type(/^日/, '22');
  type(/^メールアドレス 任意/, 'taro@example.jp');
  type(/^メールアドレス\(確認用\)/, 'taro@example.jp');
  await press('確認へ進む');
  return router;
}

it('goes on only with consent, and says so at the box', async () => {
  open('/registration');
  await screen.findByRole('checkbox');
  await press('次へ進む');
  const summary = await screen.findByRole('region', { name: '入力内容をご確認ください(1件)' });
  await waitFor(() => expect(document.activeElement).toBe(summary));
  expect(screen.getByRole('checkbox').getAttribute('aria-describedby')).toBe('consent-fault');
});

it('leads from what is wrong to the field, each with its sentence', async () => {
  open('/registration');
  await agree();
  await press('確認へ進む');
  const summary = await screen.findByRole('region', { name: '入力内容をご確認ください(5件)' });
  await waitFor(() => expect(document.activeElement).toBe(summary));
  fireEvent.click(screen.getByRole('link', { name: 'ログインIDを入力してください。' }));
  const field = screen.getByLabelText(/^ログインID/);
  expect(document.activeElement).toBe(field);
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(field.getAttribute('aria-describedby')).toContain('loginId-fault');
  expect(sentTo('POST /registrations')).toEqual([]);
});

it('says while a login ID is typed whether it will do', async () => {
  open('/registration');
  await agree();
  type(/^ログインID/, 'ab');
  expect(screen.getByText('6文字以上になるように続けてください。')).toBeTruthy();
  type(/^ログインID/, 'taro＠nenkin!');
  expect(screen.getByText('使えない文字があります: 「＠」「!」')).toBeTruthy();
  type(/^ログインID/, 'taro@nenkin');
  expect(screen.getByText('使える文字と長さです。')).toBeTruthy();
});

it('shows what will be registered without the password, then registers', async () => {
  const router = await enter();
  await heading('登録内容の確認');
  expect(sentTo('POST /registrations')).toEqual([
    {
      consentVersion: '2025-04',
      loginId: 'taro.nenkin',
      memberNumber: '0000001234',
      birthDate: '2000-02-22',
      email: 'taro@example.jp',
      language: 'JAPANESE',
    },
  ]);
  expect(screen.getByText('2000/02/22 (平成12年)')).toBeTruthy();
  expect(document.body.textContent).not.toContain('tulip2025');
  await press('登録する');
  await heading('ログインIDの登録が終わりました');
  expect(sentTo('POST /registrations/completion')).toEqual([{ ticket: 'ticket-1', password: 'tulip2025' }]);
  expect(screen.getByText(/^確認のメールをお送りしました/)).toBeTruthy();
  expect(router.state.location.pathname + router.state.location.search).toBe('/registration/done');
});

it.each([
  ['NONE', /^メールアドレスは登録されていません/],
  ['WAITING', /お送りしているところです/],
  ['REFUSED', /受け取られませんでした/],
])('says what became of the mail: %s', async (mail, sentence) => {
  answers['POST /registrations/completion'] = () => Response.json({ loginId: 'taro.nenkin', mail }, { status: 201 });
  await enter();
  await press('登録する');
  expect(await screen.findByText(sentence)).toBeTruthy();
});

it('shows at the field that a login ID is taken', async () => {
  answers['POST /registrations'] = () => refusal(409, 'login-id-taken');
  await enter();
  expect(await screen.findAllByText(/すでに使われています/)).toHaveLength(2);
  expect(screen.getByLabelText(/^ログインID/).getAttribute('aria-invalid')).toBe('true');
  type(/^ログインID/, 'taro.nenkin2');
  expect(screen.queryByText(/すでに使われています/)).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('tells who is not matched what to do, and asks the employer once', async () => {
  answers['POST /registrations'] = () => refusal(422, 'identity-not-matched');
  answers['POST /birth-date-inquiries'] = empty(202);
  await enter();
  await screen.findByText('ご本人であることを確認できませんでした');
  await press('事業所に生年月日の確認を依頼する');
  expect(await screen.findByText('依頼を受け付けました')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '事業所に生年月日の確認を依頼する' })).toBeNull();
  expect(sentTo('POST /birth-date-inquiries')).toEqual([
    { memberNumber: '0000001234', birthDate: '2000-02-22', email: 'taro@example.jp', language: 'JAPANESE' },
  ]);
});

it('says when to try again after too many tries', async () => {
  answers['POST /registrations'] = () => refusal(429, 'too-many-tries', {}, { 'Retry-After': '840' });
  await enter();
  expect(await screen.findByText(/14分ほど待ってから/)).toBeTruthy();
});

it('keeps the form when the records are behind', async () => {
  answers['POST /registrations'] = () => refusal(503, 'records-behind');
  await enter();
  expect(await screen.findByText('入力した内容は、このページにそのまま残っています。')).toBeTruthy();
  expect((screen.getByLabelText(/^ログインID/) as HTMLInputElement).value).toBe('taro.nenkin');
  expect((screen.getByLabelText(/^パスワード 必須/) as HTMLInputElement).value).toBe('tulip2025');
});

it('goes on with the same ticket after the server was away', async () => {
  const good = answers['POST /registrations/completion'] as () => Response;
  answers['POST /registrations/completion'] = () => refusal(503, 'unavailable');
  await enter();
  await press('登録する');
  expect(await screen.findByText(/続きから進みます/)).toBeTruthy();
  answers['POST /registrations/completion'] = good;
  await press('登録する');
  await heading('ログインIDの登録が終わりました');
  expect(new Set(sentTo('POST /registrations/completion').map((body) => JSON.stringify(body))).size).toBe(1);
});

it('leads back to the field when the password is too common', async () => {
  const errors = [{ field: 'password', code: 'password-common', message: '推測されやすいパスワードです。' }];
  answers['POST /registrations/completion'] = () => refusal(400, 'invalid', { errors });
  await enter();
  await press('登録する');
  await heading('登録内容の入力');
  expect(screen.getByLabelText(/^パスワード 必須/).getAttribute('aria-invalid')).toBe('true');
  const summary = screen.getByRole('region', { name: '入力内容をご確認ください(1件)' });
  // After the heading, which takes the focus of every page that is come to.
  await waitFor(() => expect(document.activeElement).toBe(summary));
});

it('begins again where nothing is known of the steps before', async () => {
  for (const step of ['entry', 'confirmation', 'done']) {
    const router = open(`/registration/${step}`);
    await heading('ログインIDの新規登録');
    expect(router.state.location.pathname).toBe('/registration');
    cleanup();
  }
});

it('forgets everything once it is done: back begins again', async () => {
  const router = await enter();
  await press('登録する');
  await heading('ログインIDの登録が終わりました');
  router.navigate(-1);
  await heading('ログインIDの新規登録');
  await waitFor(() => expect((screen.getByRole('checkbox') as HTMLInputElement).checked).toBe(false));
});
