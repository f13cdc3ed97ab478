import { afterAll, beforeAll, describe, it } from 'vitest';
import { type Browser, openBrowser } from './browser.ts';
import { logIn, signInAsMember, signInAsOfficer } from './people.ts';
import { holds, PHONE } from './screens.ts';
import { system } from './system.ts';

describe('every page, on a phone and on a desk,', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser(PHONE);
  });
  afterAll(() => browser.close());

  it('can be read and used before sign-in', async () => {
    const { page } = browser;
    await page.goto(system.portal);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await holds(page, 'start');
    await page.goto(`${system.portal}/messages`);
    await page.getByRole('heading', { name: 'ログインが必要です' }).waitFor();
    await holds(page, 'sign-in-needed');
    await page.goto(`${system.portal}/nowhere`);
    await page.getByRole('heading', { name: 'ページが見つかりません' }).waitFor();
    await holds(page, 'missing');
  });

  it('can be read and used on the login pages', async () => {
    const { page } = browser;
    await page.goto(system.portal);
    await page.getByRole('link', { name: '基金の職員の方はこちら' }).click();
    await page.getByText('職員用').waitFor();
    await holds(page, 'login-officer');
    await page.goto(system.portal);
    await page.getByRole('link', { name: 'ログイン', exact: true }).click();
    await page.getByLabel('ログインID').waitFor();
    await holds(page, 'login-member');
    await logIn(page, { login: 'nobody-at-all', password: 'wrong1234', birthDate: '19700101' });
    await page.getByRole('alert').waitFor();
    await holds(page, 'login-wrong');
  });

  it('can be read and used by a member', async () => {
    const { page } = browser;
    await signInAsMember(page);
    await page.getByRole('heading', { name: '年度ごとの残高' }).waitFor();
    await holds(page, 'home');
    await page.getByText('内訳を表で見る').click();
    await holds(page, 'home-table');
    await page.getByRole('link', { name: /第1年金の履歴と計算を見る/ }).click();
    await page.getByRole('table').waitFor();
    await holds(page, 'history');
    await page.goto(`${system.portal}/accounts/FIRST/0?year=2024`);
    await page.getByText('この利息の計算').first().waitFor();
    await holds(page, 'history-interest');
    await page.goto(`${system.portal}/messages`);
    const message = page.getByRole('link', { name: /仮想個人勘定残高通知書/ }).first();
    await message.waitFor();
    await holds(page, 'inbox');
    await message.click();
    await page.getByRole('row', { name: /④/ }).first().waitFor();
    await holds(page, 'message');
    await page.goto(`${system.portal}/me`);
    await page.getByText(system.member.number).waitFor();
    await holds(page, 'me');
    await page.goto(`${system.portal}/publications`);
    await page.getByRole('heading', { name: 'このページは表示できません' }).waitFor();
    await holds(page, 'other-kind');
  });

  it('can be read and used by a member in English', async () => {
    const { page } = browser;
    await page.getByRole('button', { name: 'English' }).click();
    await page.goto(system.portal);
    await page.getByRole('heading', { name: 'Balance by year' }).waitFor();
    await holds(page, 'home-en');
    await page.goto(`${system.portal}/accounts/FIRST/0?year=2024`);
    await page.getByText('How this interest is computed').first().waitFor();
    await holds(page, 'history-en');
    await page.getByRole('button', { name: '日本語' }).click();
    await page.getByRole('banner').getByRole('button', { name: 'ログアウト' }).click();
    await page.getByRole('link', { name: '基金の職員の方はこちら' }).waitFor();
  });

  it('can be read and used by an officer', async () => {
    const { page } = browser;
    await signInAsOfficer(page);
    await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor();
    await holds(page, 'publications');
    await page.getByRole('link', { name: 'マイページ' }).click();
    await page.getByRole('heading', { name: 'ログインの管理' }).waitFor();
    await holds(page, 'me-officer');
    await page.goBack();
    await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor();
    const publish = page.getByRole('button', { name: /の通知書を配信する/ }).first();
    if ((await publish.count()) > 0) {
      await publish.click();
      await page.getByRole('alertdialog').waitFor();
      await holds(page, 'publish-question');
    }
  });
});
