import { expect, it } from 'vitest';
import { isSettled, type Publication } from './publications';

function publication(status: Publication['status'], mails: Publication['mails']): Publication {
  return { id: 'x', fiscalYear: 2024, status, statements: 10, messages: 10, mails } as Publication;
}

it('is settled when every message is delivered and every mail sent or given up', () => {
  expect(isSettled(publication('COMPLETED', { total: 5, sent: 4, undeliverable: 1 }))).toBe(true);
  expect(isSettled(publication('COMPLETED', { total: 5, sent: 4, undeliverable: 0 }))).toBe(false);
  expect(isSettled(publication('RUNNING', { total: 5, sent: 5, undeliverable: 0 }))).toBe(false);
});
