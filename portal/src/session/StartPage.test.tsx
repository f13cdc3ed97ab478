import { cleanup, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeAll, expect, it } from 'vitest';
import '../i18n/i18n';
import { StartPage } from './StartPage';

beforeAll(() => i18next.changeLanguage('ja'));
afterEach(cleanup);

function show(address: string) {
  const router = createMemoryRouter([{ path: '/', element: <StartPage /> }], { initialEntries: [address] });
  render(<RouterProvider router={router} />);
}

it('says in words that a sign-in came to nothing', async () => {
  show('/?sign-in=refused');
  expect((await screen.findByRole('alert')).textContent).toContain('ログインできませんでした');
});

it('says nothing of it otherwise', () => {
  show('/?sign-in=whatever');
  expect(screen.queryByRole('alert')).toBeNull();
});
