import type { Posting } from './history';
import type { Kind } from './postingWords';

let version = 0;

/** A record as the ledger answers it, for tests. */
export function posting(kind: Kind | 'SomethingNew', valueDate: string, amount: number, data: object = {}): Posting {
  version += 1;
  return {
    version,
    type: `jp.nenkin.ledger.${kind}.v1`,
    valueDate,
    amount,
    balance: 0,
    recordedAt: '2025-04-01T00:00:00Z',
    data: data as Posting['data'],
  };
}
