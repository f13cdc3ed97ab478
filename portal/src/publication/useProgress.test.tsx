import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createQueries } from '../api/queries';
import { type Publication, usePublications } from './publications';
import { useProgress } from './useProgress';

const RUNNING: Publication = {
  id: '0190a6e2-7c11-7b3a-9d5e-000000000009',
  fiscalYear: 2024,
  status: 'RUNNING',
  statements: 10,
  messages: 1,
  withoutName: 0,
  mails: { total: 0, sent: 0, undeliverable: 0 },
};
const DONE: Publication = { ...RUNNING, status: 'COMPLETED', messages: 10 };

class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static opened: Stream[] = [];
  readyState = 1;
  onerror = () => undefined;
  close = vi.fn();

  constructor(readonly address: string) {
    super();
    Stream.opened.push(this);
  }

  send(publication: Publication): void {
    this.dispatchEvent(new MessageEvent('publication', { data: JSON.stringify(publication) }));
  }

  refuse(): void {
    this.readyState = Stream.CLOSED;
    this.onerror();
  }
}

let answers: Record<string, unknown>;

beforeEach(() => {
  Stream.opened = [];
  answers = { '/api/notice/publications': { publications: [RUNNING] } };
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('fetch', ({ url }: Request) => Promise.resolve(Response.json(answers[new URL(url).pathname])));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Progress({ publication }: { publication: Publication }) {
  useProgress(publication);
  return <p>{publication.messages}</p>;
}

function Page() {
  return usePublications().data?.map((publication) => <Progress key={publication.id} publication={publication} />);
}

async function open(): Promise<Stream> {
  render(
    <QueryClientProvider client={createQueries()}>
      <Page />
    </QueryClientProvider>,
  );
  await screen.findByText('1');
  return Stream.opened[0] as Stream;
}

it('shows each step as the server sends it, and closes the stream after the last', async () => {
  const stream = await open();
  expect(stream.address).toBe(`/api/notice/publications/${RUNNING.id}/progress`);
  act(() => stream.send({ ...RUNNING, messages: 5 }));
  await screen.findByText('5');
  act(() => stream.send(DONE));
  await screen.findByText('10');
  await waitFor(() => expect(stream.close).toHaveBeenCalled());
});

it('asks for the state where the stream is refused', async () => {
  answers[`/api/notice/publications/${RUNNING.id}`] = { ...RUNNING, messages: 7 };
  const stream = await open();
  act(() => stream.refuse());
  await screen.findByText('7');
});
