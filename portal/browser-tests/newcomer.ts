import type { Page } from 'playwright-core';
import { logIn } from './people.ts';
import { newcomers, system } from './system.ts';

/** What somebody types to register. */
export interface Newcomer {
  login: string;
  password: string;
  number: string;
  /** 1961-01-23 */
  birthDate: string;
  email?: string;
}

/** Who is known under another birth date until the employer corrects it; in two files of tests. */
export function mistaken(): Newcomer {
  const { number, birthDate } = newcomers.mistaken;
  return { number, birthDate, login: `mistaken-${number}`, password: 'tulip2025', email: `m${number}@mail.example` };
}

/** From the start page to the form, with consent. */
export async function agree(page: Page): Promise<void> {
  await page.goto(system.portal);
  await page.getByRole('link', { name: 'ログインIDの新規登録' }).click();
  await page.getByRole('checkbox', { name: '上の内容に同意します' }).check();
  await page.getByRole('button', { name: '次へ進む' }).click();
  await page.getByRole('heading', { name: '登録内容の入力', level: 1 }).waitFor();
}

/** Fills in the form and sends it. */
export async function enter(page: Page, newcomer: Newcomer): Promise<void> {
  await page.locator('#loginId').fill(newcomer.login);
  await choosePassword(page, newcomer.password);
  await sayWho(page, newcomer);
  await page.locator('#email').fill(newcomer.email ?? '');
  await page.locator('#emailAgain').fill(newcomer.email ?? '');
  await page.getByRole('button', { name: '確認へ進む' }).click();
}

export async function choosePassword(page: Page, password: string): Promise<void> {
  await page.locator('#password').fill(password);
  await page.locator('#passwordAgain').fill(password);
}

/** Number, without its zeros, and birth date. */
export async function sayWho(page: Page, { number, birthDate }: Pick<Newcomer, 'number' | 'birthDate'>): Promise<void> {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  await page.locator('#memberNumber').fill(number.replace(/^0+/, ''));
  await page.locator('#birthDate').selectOption(year);
  await page.locator('#birthDate-month').selectOption(String(Number(month)));
  await page.locator('#birthDate-day').selectOption(String(Number(day)));
}

/** Confirms what was entered, and is registered. */
export async function register(page: Page): Promise<void> {
  await page.getByRole('heading', { name: '登録内容の確認', level: 1 }).waitFor();
  await page.getByRole('button', { name: '登録する' }).click();
  await page.getByRole('heading', { name: 'ログインIDの登録が終わりました' }).waitFor();
}

/** Fills in the login page that is shown, which asks for a member's birth date too. */
export async function logInAs(page: Page, { login, password, birthDate }: Newcomer): Promise<void> {
  const person = { login, password, birthDate: birthDate.replaceAll('-', '') };
  await logIn(page, person);
}

/** From the start page to the member's home. */
export async function signInAs(page: Page, newcomer: Newcomer): Promise<void> {
  await page.goto(system.portal);
  await page.getByRole('link', { name: 'ログイン', exact: true }).click();
  await logInAs(page, newcomer);
  await page.getByRole('heading', { name: 'ホーム', level: 1 }).waitFor();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'ログアウト' }).click();
  await page.getByRole('link', { name: '基金の職員の方はこちら' }).waitFor();
}
