import { text } from 'node:stream/consumers';
import { ImapFlow } from 'imapflow';
import { expect } from 'vitest';
import { newcomers } from './system.ts';

const PATIENCE_MILLISECONDS = 60_000;

/** What an address receives: the mail server shows it to whoever names the address as user and password. */
export class Mailbox {
  private readonly read = new Set<string>();

  constructor(readonly address: string) {}

  /** The link to a page of the portal in a mail that was not read yet; waits for it. */
  async link(page: string): Promise<string> {
    const wanted = new RegExp(`https://\\S+${page}(?:#[\\w-]+)?(?=\\s)`);
    let found: string | undefined;
    await expect
      .poll(
        async () => {
          found = (await this.mails())
            .map((mail) => wanted.exec(mail)?.[0])
            .find((link) => link && !this.read.has(link));
          return found !== undefined;
        },
        { timeout: PATIENCE_MILLISECONDS, message: `no mail to ${this.address} with a link to ${page}` },
      )
      .toBe(true);
    this.read.add(found as string);
    return found as string;
  }

  private async mails(): Promise<string[]> {
    const { hostname, port } = newcomers.mailboxes;
    const client = new ImapFlow({
      host: hostname,
      port: Number(port),
      secure: true,
      // Its certificate is of the system's own authority, as the portal's is.
      tls: { rejectUnauthorized: false },
      auth: { user: this.address, pass: this.address },
      logger: false,
    });
    await client.connect();
    try {
      const { exists } = await client.mailboxOpen('INBOX', { readOnly: true });
      const mails: string[] = [];
      for (let number = exists; number >= 1; number--) {
        const part = await client.download(String(number), '1');
        mails.push(part.content ? await text(part.content) : '');
      }
      return mails;
    } finally {
      await client.logout();
    }
  }
}
