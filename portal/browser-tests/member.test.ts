import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openBrowser } from './browser.ts';
import { logIn, signInAsMember } from './people.ts';
import { system } from './system.ts';

const NOTICE = new RegExp(`仮想個人勘定残高通知書.*${system.fiscalYear}年度`);
const NEW_MESSAGES = 'お知らせBOXに新着メッセージがあります。';

describe('a member', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('is told in one sentence when the password is wrong', async () => {
    const { page } = browser;
    await page.goto(system.portal);
    await page.getByRole('link', { name: 'ログイン', exact: true }).click();
    await logIn(page, { ...system.member, password: 'wrong1234' });
    await expect(page.getByRole('alert').allInnerTexts()).resolves.toEqual([
      expect.stringContaining('ログインID、パスワード、生年月日のいずれかが正しくありません。'),
    ]);
    expect(await page.getByLabel('ログインID').inputValue()).toBe(system.member.login);
    expect(await page.getByLabel('パスワード 必須', { exact: true }).inputValue()).toBe('');
  });

  it('signs in and sees that there is a new message, and the balance', async () => {
    const { page } = browser;
    await signInAsMember(page);
    await page.getByRole('link', { name: NEW_MESSAGES }).waitFor();
    await page.getByRole('heading', { name: '仮想個人勘定残高' }).waitFor();
    await page.getByRole('heading', { name: '年度ごとの残高' }).waitFor();
  });

  it('opens the message from the keyboard alone, and it is new no longer', async () => {
    const { page } = browser;
    await pressUntilFocused(browser, NEW_MESSAGES);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'お知らせBOX', level: 1 }).waitFor();
    await line(browser).getByText('新着').waitFor();
    await pressUntilFocused(browser, NOTICE);
    const read = page.waitForResponse((answer) => answer.url().endsWith('/reading'));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /仮想個人勘定残高通知書/, level: 1 }).waitFor();
    expect((await read).status()).toBe(204);
    await page.getByRole('row', { name: /④/ }).first().waitFor();
  });

  it('reads the notice as a PDF', async () => {
    const { page, context } = browser;
    const link = page.getByRole('link', { name: /通知書\(PDF\)を開く/ });
    expect(await link.getAttribute('target')).toBe('_blank');
    const address = new URL((await link.getAttribute('href')) ?? '', system.portal);
    const answer = await context.request.get(address.href);
    expect(answer.headers()['content-type']).toContain('application/pdf');
    expect(answer.headers()['cache-control']).toContain('no-store');
    const pdf = await answer.body();
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    writeFileSync(join(system.output, 'notice.pdf'), pdf);
  });

  it('finds it new no longer after that, also after loading the page again', async () => {
    const { page } = browser;
    await page.reload();
    await page.getByRole('heading', { name: /仮想個人勘定残高通知書/, level: 1 }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'お知らせBOX', level: 1 }).waitFor();
    await line(browser).getByRole('link').waitFor();
    expect(await line(browser).getByText('新着').count()).toBe(0);
  });

  it('sees every posting of a year and how its interest was computed', async () => {
    const { page } = browser;
    await page.goto(system.portal);
    await page.getByRole('link', { name: /第1年金の履歴と計算を見る/ }).click();
    await page.getByRole('heading', { name: '第1年金の履歴', level: 1 }).waitFor();
    const years = page.getByLabel('表示する年度');
    await years.waitFor();
    const oldest = await years.locator('option').last().getAttribute('value');
    await years.selectOption(oldest);
    await expect.poll(() => new URL(page.url()).searchParams.get('year')).toBe(oldest);
    await page.goto(`${system.portal}/accounts/FIRST/0?year=2024`);
    await page.getByText('この利息の計算').first().waitFor();
  });

  it('finds the own data on record', async () => {
    const { page } = browser;
    await page.goto(`${system.portal}/me`);
    await page.getByText(system.member.number).waitFor();
  });

  it('leaves nothing in the browser but the language', async () => {
    const { page } = browser;
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'My page' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({ language: 'en' });
    expect(await page.evaluate(() => ({ ...sessionStorage }))).toEqual({});
    expect(await page.evaluate(() => document.cookie)).toBe('');
    await page.getByRole('button', { name: '日本語' }).click();
  });

  it('comes back to the same page after the session has ended', async () => {
    const { page, context } = browser;
    await page.goto(`${system.portal}/accounts/FIRST/0?year=2024`);
    await page.getByText('この利息の計算').first().waitFor();
    await context.clearCookies();
    await page.goto(`${system.portal}/accounts/FIRST/0?year=2024`);
    await page.getByRole('heading', { name: 'ログインが必要です' }).waitFor();
    await page.getByRole('link', { name: 'ログイン', exact: true }).click();
    await logIn(page, system.member);
    await page.getByText('この利息の計算').first().waitFor();
    expect(new URL(page.url()).search).toBe('?year=2024');
  });

  it('is told when the session ends while a page is open', async () => {
    const { page, context } = browser;
    await context.clearCookies();
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /^お知らせBOX/ })
      .click();
    await page.getByRole('heading', { name: 'ログインの有効時間が終わりました' }).waitFor();
    await page.getByRole('link', { name: 'ログイン', exact: true }).click();
    await logIn(page, system.member);
    await page.getByRole('heading', { name: 'お知らせBOX', level: 1 }).waitFor();
  });

  it('signs out, and going back shows nothing', async () => {
    const { page } = browser;
    await page.getByRole('link', { name: 'マイページ', exact: true }).click();
    await page.getByText(system.member.number).waitFor();
    await page.getByRole('banner').getByRole('button', { name: 'ログアウト' }).click();
    await page.getByRole('link', { name: '基金の職員の方はこちら' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'ログインが必要です' }).waitFor();
    expect(await page.getByText(system.member.number).count()).toBe(0);
  });

  it('met no fault in the browser and nothing that its policy forbids', () => {
    expect(browser.complaints).toEqual([]);
  });
});

/** The message in the inbox that tells of the year's notice. */
function line({ page }: Browser) {
  return page.getByRole('main').getByRole('listitem').filter({ hasText: NOTICE });
}

async function pressUntilFocused({ page }: Browser, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole('main').getByRole('link', { name }).first();
  await wanted.waitFor();
  const isFocused = () => wanted.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 30 && !(await isFocused()); presses++) {
    await page.keyboard.press('Tab');
  }
  expect(await isFocused()).toBe(true);
}
