import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import '../i18n/i18n';
import { empty, open, refusal, serve } from '../testing/portal';

const TOKEN = 'q2w3e4r5t6y7u8i9o0p1';

beforeAll(() => i18next.changeLanguage('ja'));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const type = async (label: RegExp, value: string) =>
  fireEvent.change(await screen.findByLabelText(label), { target: { value } });
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const heading = (name: string) => screen.findByRole('heading', { name, level: 1 });

async function choosePassword() {
  await type(/^パスワード 必須/, 'tulip2026');
  await type(/^パスワード\(確認用\)/, 'tulip2026');
}

it('answers who forgot a login ID always the same', async () => {
  const sent = serve({ 'POST /login-id-recoveries': empty(202) });
  open('/login-id-recovery');
  await type(/^加入者番号/, '1234');
  await type(/^年/, '2000');
  await type(/^月/, '2');
  await type(/^日/, '22');
  await press('手続きの案内を受け取る');
  await heading('受け付けました');
  expect(sent.at(-1)?.body).toEqual({ memberNumber: '0000001234', birthDate: '2000-02-22' });
});

it('takes the secret of a link out of the address at once, and sends it with the new login ID', async () => {
  const sent = serve({ 'POST /login-id-recoveries/completion': () => Response.json({ loginId: 'taro.new' }) });
  const router = open(`/login-id-recovery#${TOKEN}`);
  await heading('新しいログインIDの登録');
  await waitFor(() => expect(router.state.location.hash).toBe(''));
  expect(JSON.stringify(router.state.location)).not.toContain(TOKEN);
  await type(/^新しいログインID/, 'taro.new');
  await choosePassword();
  await press('登録する');
  await heading('新しいログインIDを登録しました');
  expect(sent.at(-1)?.body).toEqual({ token: TOKEN, loginId: 'taro.new', password: 'tulip2026' });
});

it('says to open the link again when the page was loaded anew and knows it no longer', async () => {
  serve({});
  open({ pathname: '/password-recovery', state: { linkOpened: true } });
  expect(await screen.findByText('メールのリンクをもう一度開いてください')).toBeTruthy();
  await heading('パスワードをお忘れの方');
});

it('does not take the place that the skip link leads to for a secret', async () => {
  serve({});
  open('/login-id-recovery#content');
  await heading('ログインIDをお忘れの方');
});

it('says what to do when a link is over', async () => {
  serve({ 'POST /password-recoveries/completion': () => refusal(410, 'link-over') });
  open(`/password-recovery#${TOKEN}`);
  await choosePassword();
  await press('パスワードを登録する');
  expect(await screen.findByText('このリンクまたはコードは使えません')).toBeTruthy();
});

it('sends the code of a letter with the member number', async () => {
  const sent = serve({ 'POST /password-recoveries/completion': empty(204) });
  open('/password-recovery/code');
  await type(/^加入者番号/, '1234');
  await type(/^コード/, ' K7QM-4RXW ');
  await choosePassword();
  await press('パスワードを登録する');
  await heading('新しいパスワードを登録しました');
  expect(sent.at(-1)?.body).toEqual({ memberNumber: '0000001234', code: 'K7QM-4RXW', password: 'tulip2026' });
});

it('asks for a new password by login ID or by who one is', async () => {
  const sent = serve({ 'POST /password-recoveries': empty(202) });
  open('/password-recovery');
  await type(/^ログインID 必須/, 'taro.nenkin');
  await press('手続きの案内を受け取る');
  await heading('受け付けました');
  expect(sent.at(-1)?.body).toEqual({ loginId: 'taro.nenkin' });
  cleanup();
  open('/password-recovery');
  fireEvent.click(await screen.findByRole('radio', { name: '加入者番号と生年月日で' }));
  await type(/^加入者番号 必須/, '1234');
  await type(/^年/, '2000');
  await type(/^月/, '2');
  await type(/^日/, '22');
  await press('手続きの案内を受け取る');
  await heading('受け付けました');
  expect(sent.at(-1)?.body).toEqual({ memberNumber: '0000001234', birthDate: '2000-02-22' });
});
