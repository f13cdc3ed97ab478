import { QueryClientProvider } from '@tanstack/react-query';
import { configure, render } from '@testing-library/react';
import { createMemoryRouter, type InitialEntry, RouterProvider } from 'react-router';
import { vi } from 'vitest';
import { createQueries } from '../api/queries';
import { Localized } from '../i18n/Localized';
import { routes } from '../routes';

// Pages arrive as files of their own, on a busy machine late.
configure({ asyncUtilTimeout: 20_000 });

/** What was sent to the server. */
export interface Sent {
  operation: string;
  body: unknown;
}

type Answers = Record<string, (() => Response) | undefined>;

/** Stands in for the server: what each operation answers; any other says "no session". */
export function serve(answers: Answers): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const operation = `${request.method} ${new URL(request.url).pathname}`;
    const text = await request.text();
    sent.push({ operation, body: text ? JSON.parse(text) : undefined });
    return answers[operation]?.() ?? refusal(401, 'session-missing');
  });
  return sent;
}

export const refusal = (status: number, code: string, more: object = {}, headers: Record<string, string> = {}) =>
  Response.json({ status, code, ...more }, { status, headers });

export const empty = (status: number) => () => new Response(null, { status });

/** The whole portal at an address. */
export function open(address: InitialEntry) {
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  render(
    <QueryClientProvider client={createQueries()}>
      <Localized>
        <RouterProvider router={router} />
      </Localized>
    </QueryClientProvider>,
  );
  return router;
}
