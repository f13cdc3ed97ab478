import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openBrowser } from './browser.ts';
import { Mailbox } from './mailbox.ts';
import {
  agree,
  choosePassword,
  enter,
  logInAs,
  mistaken,
  type Newcomer,
  register,
  sayWho,
  signInAs,
  signOut,
} from './newcomer.ts';
import { signInAsOfficer } from './people.ts';
import { holds, PHONE } from './screens.ts';
import { newcomers, system } from './system.ts';

const RUN = Date.now().toString(36);

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 }).waitFor();

describe('a member with an e-mail address', () => {
  const mailbox = new Mailbox(`registrant-${RUN}@mail.example`);
  const newMailbox = new Mailbox(`registrant-new-${RUN}@mail.example`);
  const who: Newcomer = {
    ...newcomers.registrant,
    login: `registrant-${RUN}`,
    password: 'tulip2025',
    email: mailbox.address,
  };
  let browser: Browser;
  let link: string;

  beforeAll(async () => {
    browser = await openBrowser(PHONE);
  });
  afterAll(() => browser.close());

  it('agrees, and loses nothing but time by loading the page again', async () => {
    const { page } = browser;
    await page.goto(`${system.portal}/registration`);
    await page.getByRole('checkbox').waitFor();
    await holds(page, 'registration-consent');
    await page.getByRole('button', { name: '次へ進む' }).click();
    await page.getByRole('region', { name: /入力内容をご確認ください/ }).waitFor();
    await holds(page, 'registration-consent-missing');
    await agree(page);
    await page.reload();
    await heading(page, 'ログインIDの新規登録');
  });

  it('is led to every field that is not filled in', async () => {
    const { page } = browser;
    await agree(page);
    await holds(page, 'registration-entry');
    await page.getByRole('button', { name: '確認へ進む' }).click();
    const summary = page.getByRole('region', { name: '入力内容をご確認ください(5件)' });
    await summary.waitFor();
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    await holds(page, 'registration-entry-missing');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('loginId');
  });

  it('registers', async () => {
    const { page } = browser;
    await enter(page, who);
    await heading(page, '登録内容の確認');
    await page.getByText(who.number).waitFor();
    await page.getByText(who.birthDate.replaceAll('-', '/')).waitFor();
    expect(await page.content()).not.toContain(who.password);
    await holds(page, 'registration-confirmation');
    await register(page);
    await page.getByText(/^確認のメールを/).waitFor();
    await holds(page, 'registration-done');
    await page.goBack();
    await heading(page, 'ログインIDの新規登録');
  });

  it('is told so when registering once more', async () => {
    const { page } = browser;
    await agree(page);
    await enter(page, { ...who, login: `again-${RUN}` });
    await page.getByText('すでに登録されています').waitFor();
    await holds(page, 'registration-already');
  });

  it('confirms the address by the link of the mail, once', async () => {
    const { page } = browser;
    link = await mailbox.link('/email-confirmation');
    await page.goto(link);
    await page.getByRole('button', { name: '確認する' }).waitFor();
    await expect.poll(() => page.url()).toBe(`${system.portal}/email-confirmation`);
    await holds(page, 'email-confirmation');
    await page.getByRole('button', { name: '確認する' }).click();
    await heading(page, 'メールアドレスを確認しました');
    await holds(page, 'email-confirmed');
    await page.goto(link);
    await page.getByRole('button', { name: '確認する' }).click();
    await page.getByText('このリンクは使えません').waitFor();
    await holds(page, 'email-confirmation-over');
  });

  it('signs in with the birth date, and not with another', async () => {
    const { page } = browser;
    await page.goto(system.portal);
    await page.getByRole('link', { name: 'ログイン', exact: true }).click();
    await logInAs(page, { ...who, birthDate: '1961-01-23' });
    await page.getByRole('alert').waitFor();
    await holds(page, 'login-wrong-birth-date');
    await logInAs(page, who);
    await heading(page, 'ホーム');
  });

  it('sees the login, the address and the sign-ins, those refused too', async () => {
    const { page } = browser;
    await page
      .getByRole('main')
      .getByRole('link', { name: /^ログインの設定/ })
      .click();
    await page.getByText(who.login, { exact: true }).waitFor();
    await page.getByText(mailbox.address).waitFor();
    await page.getByText('確認済みです。').waitFor();
    const signIns = page.locator('section').filter({ has: page.getByRole('heading', { name: 'ログインの記録' }) });
    await expect.poll(() => signIns.getByRole('listitem').filter({ hasText: '失敗' }).count()).toBe(1);
    await holds(page, 'account');
  });

  it('changes the address: it waits until its link is opened', async () => {
    const { page } = browser;
    await page.getByRole('link', { name: 'メールアドレスを確認・変更する' }).click();
    await heading(page, 'メールアドレスの確認・変更');
    await holds(page, 'account-email');
    await page.locator('#email').fill(newMailbox.address);
    await page.locator('#emailAgain').fill(newMailbox.address);
    await page.getByRole('button', { name: '確認のメールを受け取る' }).click();
    await page.getByText(newMailbox.address).waitFor();
    await holds(page, 'account-email-waiting');
    await page.goto(await newMailbox.link('/email-confirmation'));
    await page.getByRole('button', { name: '確認する' }).click();
    await heading(page, 'メールアドレスを確認しました');
    await page.goto(`${system.portal}/account/email`);
    await page.getByText(newMailbox.address).waitFor();
    expect(await page.getByText(mailbox.address).count()).toBe(0);
  });

  it('changes the password after signing in once more, and signs in with the new one', async () => {
    const { page } = browser;
    await page.goto(`${system.portal}/account`);
    await page.getByRole('link', { name: 'パスワード変更' }).click();
    await logInAs(page, who);
    await page.locator('#password-new').waitFor();
    await holds(page, 'password-change');
    who.password = 'tulip2026';
    await page.locator('#password-new').fill(who.password);
    await page.locator('#password-confirm').fill(who.password);
    await page.getByRole('button', { name: '変更する' }).click();
    await heading(page, 'ログインの設定');
    await signOut(page);
    await signInAs(page, who);
  });

  it('leaves nothing in the browser', async () => {
    const { page } = browser;
    expect(await page.evaluate(() => ({ ...localStorage, ...sessionStorage }))).toEqual({});
    expect(await page.evaluate(() => document.cookie)).toBe('');
    await signOut(page);
  });

  it('forgets the login ID, and registers another by the link of the mail', async () => {
    const { page } = browser;
    await page.getByRole('link', { name: 'ログインIDをお忘れの方' }).click();
    await page.locator('#birthDate').waitFor();
    await holds(page, 'login-id-recovery');
    await sayWho(page, who);
    await page.getByRole('button', { name: '手続きの案内を受け取る' }).click();
    await heading(page, '受け付けました');
    await holds(page, 'login-id-recovery-asked');
    link = await newMailbox.link('/login-id-recovery');
    await page.goto(link);
    await heading(page, '新しいログインIDの登録');
    await holds(page, 'login-id-recovery-new');
    await page.reload();
    await page.getByText('メールのリンクをもう一度開いてください').waitFor();
    await holds(page, 'login-id-recovery-loaded-anew');
    await page.goto(link);
    await heading(page, '新しいログインIDの登録');
    who.login = `registrant-2-${RUN}`;
    who.password = 'tulip2027';
    await page.locator('#loginId').fill(who.login);
    await choosePassword(page, who.password);
    await page.getByRole('button', { name: '登録する' }).click();
    await heading(page, '新しいログインIDを登録しました');
    await holds(page, 'login-id-recovery-done');
    await signInAs(page, who);
    await signOut(page);
  });

  it('forgets the password, and sets another by the link of the mail', async () => {
    const { page } = browser;
    await page.getByRole('link', { name: 'パスワードをお忘れの方' }).click();
    await page.locator('#loginId').waitFor();
    await holds(page, 'password-recovery');
    await page.getByRole('radio', { name: '加入者番号と生年月日で' }).check();
    await holds(page, 'password-recovery-by-identity');
    await page.getByRole('radio', { name: 'ログインIDで' }).check();
    await page.locator('#loginId').fill(who.login);
    await page.getByRole('button', { name: '手続きの案内を受け取る' }).click();
    await heading(page, '受け付けました');
    await page.goto(await newMailbox.link('/password-recovery'));
    await heading(page, '新しいパスワードの登録');
    who.password = 'tulip2028';
    await choosePassword(page, who.password);
    await holds(page, 'password-recovery-new');
    await page.getByRole('button', { name: 'パスワードを登録する' }).click();
    await heading(page, '新しいパスワードを登録しました');
    await holds(page, 'password-recovery-done');
    await signInAs(page, who);
    await signOut(page);
  });

  it('met no fault in the browser and nothing that its policy forbids', () => {
    expect(browser.complaints).toEqual([]);
  });
});

describe('a member without an e-mail address', () => {
  const who: Newcomer = { ...newcomers.withoutMail, login: `without-mail-${RUN}`, password: 'tulip2025' };
  let browser: Browser;
  let officer: Browser;
  let code: string;

  beforeAll(async () => {
    browser = await openBrowser(PHONE);
    officer = await openBrowser(PHONE);
  });
  afterAll(async () => {
    await browser.close();
    await officer.close();
  });

  it('registers, and is told that there is no address', async () => {
    const { page } = browser;
    await agree(page);
    await enter(page, who);
    await register(page);
    await page.getByText(/^メールアドレスは登録されていません/).waitFor();
  });

  it('forgets the login ID: an officer makes the code of a letter, and sees it once', async () => {
    const { page } = browser;
    await page.goto(`${system.portal}/login-id-recovery`);
    await sayWho(page, who);
    await page.getByRole('button', { name: '手続きの案内を受け取る' }).click();
    await heading(page, '受け付けました');
    code = await codeOfLetter(officer.page);
  });

  it('registers another by the code of the letter', async () => {
    const { page } = browser;
    await page.getByRole('link', { name: '手紙のコードをお持ちの方はこちら' }).click();
    await page.locator('#code').waitFor();
    await holds(page, 'login-id-recovery-code');
    who.login = `without-mail-2-${RUN}`;
    who.password = 'tulip2026';
    await page.locator('#memberNumber').fill(who.number);
    await page.locator('#code').fill(code);
    await page.locator('#loginId').fill(who.login);
    await choosePassword(page, who.password);
    await page.getByRole('button', { name: '登録する' }).click();
    await heading(page, '新しいログインIDを登録しました');
    await signInAs(page, who);
    await page.goto(`${system.portal}/account/email`);
    await page.getByText('登録されていません。').waitFor();
    await holds(page, 'account-email-none');
  });

  it('met no fault in the browser and nothing that its policy forbids', () => {
    expect([...browser.complaints, ...officer.complaints]).toEqual([]);
  });

  async function codeOfLetter(page: Page): Promise<string> {
    await signInAsOfficer(page);
    await page.getByRole('link', { name: 'コードの手紙' }).click();
    const make = page.getByRole('button', { name: `加入者番号 ${who.number} のコードを発行する` });
    await make.waitFor();
    await holds(page, 'recovery-letters');
    await make.click();
    await page.getByRole('alertdialog').getByRole('button', { name: '発行する' }).click();
    await page.getByRole('article').waitFor();
    await holds(page, 'recovery-letter');
    const made = await page
      .getByRole('article')
      .getByText(/^[A-Z2-9]{4}(?:-[A-Z2-9]{4}){2}$/)
      .textContent();
    await page.getByRole('button', { name: '閉じる' }).click();
    await heading(page, 'コードの手紙');
    expect(await page.content()).not.toContain(made);
    return made ?? '';
  }
});

describe('a member whose birth date the fund has wrong', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser(PHONE);
  });
  afterAll(() => browser.close());

  it('asks the employer to look at it; corrected.test.ts goes on once it was corrected', async () => {
    const { page } = browser;
    await agree(page);
    await enter(page, mistaken());
    await page.getByText('ご本人であることを確認できませんでした').waitFor();
    await holds(page, 'registration-not-matched');
    await page.getByRole('button', { name: '事業所に生年月日の確認を依頼する' }).click();
    await page.getByText('依頼を受け付けました').waitFor();
    await holds(page, 'registration-inquired');
    expect(browser.complaints).toEqual([]);
  });
});
