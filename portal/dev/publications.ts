import { randomUUID } from 'node:crypto';

/** Publications that run by themselves, faster than real ones. */
export interface FakePublication {
  id: string | null;
  fiscalYear: number;
  status: 'PREPARED' | 'RUNNING' | 'COMPLETED';
  statements: number;
  messages: number;
  withoutName: number;
  mails: { total: number; sent: number; undeliverable: number };
  requestedAt: string | null;
  completedAt: string | null;
}

const TICK_MILLISECONDS = 400;

export const publications: FakePublication[] = [
  {
    id: null,
    fiscalYear: 2024,
    status: 'PREPARED',
    statements: 1284,
    messages: 0,
    withoutName: 0,
    mails: { total: 0, sent: 0, undeliverable: 0 },
    requestedAt: null,
    completedAt: null,
  },
  {
    id: randomUUID(),
    fiscalYear: 2023,
    status: 'COMPLETED',
    statements: 1251,
    messages: 1251,
    withoutName: 0,
    mails: { total: 987, sent: 984, undeliverable: 3 },
    requestedAt: '2024-05-27T00:00:00Z',
    completedAt: '2024-05-27T00:04:10Z',
  },
];

export function start(publication: FakePublication): void {
  publication.id = randomUUID();
  publication.status = 'RUNNING';
  publication.requestedAt = new Date().toISOString();
  publication.mails.total = 1012;
  const timer = setInterval(() => {
    step(publication);
    if (isSettled(publication)) {
      clearInterval(timer);
    }
  }, TICK_MILLISECONDS);
}

function step(publication: FakePublication): void {
  const { mails, statements } = publication;
  publication.messages = Math.min(statements, publication.messages + 130);
  mails.sent = Math.min(mails.total - 2, mails.sent + 85);
  if (publication.messages === statements && publication.status === 'RUNNING') {
    publication.status = 'COMPLETED';
    publication.completedAt = new Date().toISOString();
  }
  if (mails.sent === mails.total - 2) {
    mails.undeliverable = 2;
  }
}

export function isSettled({ status, mails }: FakePublication): boolean {
  return status === 'COMPLETED' && mails.sent + mails.undeliverable >= mails.total;
}
