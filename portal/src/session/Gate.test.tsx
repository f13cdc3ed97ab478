import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import '../i18n/i18n';
import { createQueries, SESSION } from '../api/queries';
import { Gate, useMemberNumber } from './Gate';

const MEMBER = {
  kind: 'MEMBER',
  memberNumber: '0000001234',
  csrfToken: 'token',
  idleEndsAt: '2025-05-26T01:00:00Z',
  endsAt: '2025-05-26T08:00:00Z',
};

let answer: Response;

beforeAll(() => i18next.changeLanguage('ja'));
beforeEach(() => vi.stubGlobal('fetch', () => Promise.resolve(answer.clone())));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function MemberNumber() {
  return <p>{useMemberNumber()}</p>;
}

function open(kind: 'MEMBER' | 'OFFICER') {
  const queries = createQueries();
  render(
    <QueryClientProvider client={queries}>
      <MemoryRouter initialEntries={['/messages?page=2']}>
        <Gate kind={kind}>
          <MemberNumber />
        </Gate>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return queries;
}

const signedOut = () => Response.json({ code: 'session-missing', status: 401 }, { status: 401 });

it('lets in for whom the page is', async () => {
  answer = Response.json(MEMBER);
  open('MEMBER');
  expect(await screen.findByText('0000001234')).toBeTruthy();
});

it('asks to sign in, and leads back to the same page', async () => {
  answer = signedOut();
  open('MEMBER');
  expect(await screen.findByRole('heading', { name: 'ログインが必要です' })).toBeTruthy();
  const link = screen.getByRole('link', { name: 'ログイン' });
  expect(link.getAttribute('href')).toBe('/sign-in/member?returnTo=%2Fmessages%3Fpage%3D2&ui_locales=ja');
});

it('says that the session has ended to who was signed in', async () => {
  answer = Response.json(MEMBER);
  const queries = open('MEMBER');
  await screen.findByText('0000001234');
  queries.setQueryData(SESSION, null);
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('もう一度ログイン'));
  expect(screen.queryByText('0000001234')).toBeNull();
});

it('tells a member that a page is for officers', async () => {
  answer = Response.json(MEMBER);
  open('OFFICER');
  expect(await screen.findByText(/基金の職員のためのもの/)).toBeTruthy();
});
