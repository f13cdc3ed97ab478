import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import '../i18n/i18n';
import { open, serve } from '../testing/portal';

const SESSION = {
  kind: 'OFFICER',
  csrfToken: 'token',
  idleEndsAt: '2025-05-26T01:00:00Z',
  endsAt: '2025-05-26T08:00:00Z',
};

beforeAll(() => i18next.changeLanguage('ja'));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('makes a code after a question, and shows it once', async () => {
  let requests = [{ memberNumber: '0000004321', askedAt: '2025-05-23T01:12:00Z' }];
  const sent = serve({
    'GET /session': () => Response.json(SESSION),
    'GET /api/auth/recovery-requests': () => Response.json({ requests }),
    'POST /api/auth/recovery-codes': () => {
      requests = [];
      return Response.json({ code: 'K7QM-4RXW-9HTD', expiresAt: '2025-06-09T14:59:00Z' }, { status: 201 });
    },
  });
  open('/recovery-letters');
  fireEvent.click(await screen.findByRole('button', { name: '加入者番号 0000004321 のコードを発行する' }));
  const question = await screen.findByRole('alertdialog');
  expect(sent.filter(({ operation }) => operation.startsWith('POST'))).toEqual([]);
  fireEvent.click(within(question).getByRole('button', { name: '発行する' }));
  expect(await screen.findByText('K7QM-4RXW-9HTD')).toBeTruthy();
  expect(screen.getByText('2025年6月9日 23:59まで有効です')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '閉じる' }));
  expect(await screen.findByText('手紙を待っている加入者はいません')).toBeTruthy();
  expect(document.body.textContent).not.toContain('K7QM');
});
