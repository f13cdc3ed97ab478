import { queryOptions } from '@tanstack/react-query';
import { bodyOf, ledger } from '../api/clients';
import type { components } from '../api/generated/ledger';
import type { AccountKey } from './account';

/** A record of an account's history. */
export type Posting = components['schemas']['EventAnswer'];

/** Everything recorded on an account, by value date; years are cut out of it here. */
export function historyOf(memberNumber: string, { plan, ordinal }: AccountKey) {
  return queryOptions({
    queryKey: ['history', memberNumber, plan, ordinal],
    queryFn: () =>
      bodyOf(
        ledger.GET('/members/{memberNumber}/accounts/{plan}/{ordinal}/history', {
          params: { path: { memberNumber, plan, ordinal } },
        }),
      ),
    select: ({ events }) => events.toSorted(byValueDate),
  });
}

function byValueDate(one: Posting, other: Posting): number {
  return one.valueDate.localeCompare(other.valueDate) || one.version - other.version;
}
