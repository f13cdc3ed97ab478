import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openBrowser } from './browser.ts';
import { Mailbox } from './mailbox.ts';
import { agree, enter, mistaken, register, signInAs } from './newcomer.ts';

/** What registration.test.ts began: the employer has filed the right birth date since. */
describe('a member whose birth date was corrected', () => {
  const who = mistaken();
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser(360);
  });
  afterAll(() => browser.close());

  it('is told by mail, registers and signs in', async () => {
    const { page } = browser;
    await page.goto(await new Mailbox(who.email ?? '').link('/registration'));
    await page.getByRole('heading', { name: 'ログインIDの新規登録', level: 1 }).waitFor();
    await agree(page);
    await enter(page, who);
    await register(page);
    await signInAs(page, who);
    expect(browser.complaints).toEqual([]);
  });
});
