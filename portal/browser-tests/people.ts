import type { Page } from 'playwright-core';
import { system } from './system.ts';

/** Who can sign in. */
export interface Person {
  login: string;
  password: string;
}

/** Fills in the login page that is shown. */
export async function logIn(page: Page, { login, password }: Person): Promise<void> {
  await page.getByLabel('ログインID').fill(login);
  await page.getByLabel('パスワード', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'ログイン', exact: true }).click();
}

/** From the start page to the member's home. */
export async function signInAsMember(page: Page): Promise<void> {
  await page.goto(system.portal);
  await page.getByRole('link', { name: 'ログイン', exact: true }).click();
  await logIn(page, system.member);
  await page.getByRole('heading', { name: 'ホーム', level: 1 }).waitFor();
}

/** From the start page to the officer's publications. */
export async function signInAsOfficer(page: Page): Promise<void> {
  await page.goto(system.portal);
  await page.getByRole('link', { name: '基金の職員の方はこちら' }).click();
  await logIn(page, system.officer);
  await page.getByRole('heading', { name: '通知書の配信', level: 1 }).waitFor();
}
