import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openBrowser } from './browser.ts';
import { signInAsOfficer } from './people.ts';
import { system } from './system.ts';

describe('an officer', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('sees how far the notices of each year have come', async () => {
    const { page } = browser;
    await signInAsOfficer(page);
    const year = page.getByRole('main').getByRole('heading', { level: 2 }).first();
    await year.waitFor();
    expect(await year.textContent()).toMatch(/^\d{4}年度\(.+\)$/);
    await page
      .getByText(/^(未配信|配信中|配信済み)$/)
      .first()
      .waitFor();
  });

  it('is asked before a year is published, and may say no', async () => {
    const { page } = browser;
    const publish = page.getByRole('button', { name: /の通知書を配信する/ }).first();
    if ((await publish.count()) === 0) {
      return;
    }
    await publish.click();
    const question = page.getByRole('alertdialog');
    await question.getByRole('button', { name: /名に配信する/ }).waitFor();
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await publish.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('publishes a year and sees it done', async () => {
    const { page } = browser;
    const publish = page.getByRole('button', { name: /の通知書を配信する/ }).first();
    if ((await publish.count()) === 0) {
      return;
    }
    const name = (await publish.textContent())?.replace('の通知書を配信する', '') ?? '';
    await publish.click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /名に配信する/ })
      .click();
    const card = page.locator('section').filter({ has: page.getByRole('heading', { name, level: 2 }) });
    await expect.poll(() => card.getByText('配信済み', { exact: true }).count(), { timeout: 60_000 }).toBe(1);
    expect(await card.getByRole('button').count()).toBe(0);
  });

  it('is told that a member’s page is for members', async () => {
    const { page } = browser;
    await page.goto(`${system.portal}/messages`);
    await page.getByText('このページは加入者の方のためのものです。').waitFor();
  });

  it('met no fault in the browser and nothing that its policy forbids', () => {
    expect(browser.complaints).toEqual([]);
  });
});
