import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { system } from './system.ts';

/** A code that nobody was given before: all who try this system ask the same program. */
function oneTimeCode(login: string): string {
  const nenkin = fileURLToPath(new URL('../../nenkin', import.meta.url));
  return execFileSync(nenkin, ['code', login, '--data', system.data], { encoding: 'utf8' }).trim();
}

/** Who can sign in. */
export interface Person {
  login: string;
  password: string;
  /** As a member types it: 19610123. */
  birthDate?: string;
}

/** Fills in the login page that is shown. */
export async function logIn(page: Page, { login, password, birthDate }: Person): Promise<void> {
  await page.getByLabel('ログインID').fill(login);
  await page.getByLabel('パスワード 必須', { exact: true }).fill(password);
  if (birthDate) {
    await page.getByLabel('生年月日').fill(birthDate);
  }
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
  await page.getByLabel('ワンタイムコード').fill(oneTimeCode(system.officer.login));
  await page.getByRole('button', { name: 'ログイン', exact: true }).click();
  await page.getByRole('heading', { name: '通知書の配信', level: 1 }).waitFor();
}
