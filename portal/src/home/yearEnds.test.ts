import { expect, it } from 'vitest';
import { posting } from '../account/given';
import { lastPosted, yearEnds } from './yearEnds';

const first = {
  plan: 'FIRST' as const,
  history: [
    posting('AccountOpened', '2015-04-01', 0),
    posting('BalanceTakenOver', '2023-03-31', 100_000),
    posting('InterestCredited', '2024-03-31', 0),
    posting('InterestCredited', '2025-03-31', 3700),
  ],
};
const second = { plan: 'SECOND' as const, history: [posting('ContributionPosted', '2024-05-01', 1000)] };

it('has one for each 31 March, the plans beside each other', () => {
  expect(yearEnds([first, second])).toEqual([
    { fiscalYear: 2022, balances: { FIRST: 100_000, SECOND: 0 }, total: 100_000 },
    { fiscalYear: 2023, balances: { FIRST: 100_000, SECOND: 0 }, total: 100_000 },
    { fiscalYear: 2024, balances: { FIRST: 103_700, SECOND: 1000 }, total: 104_700 },
  ]);
});

it('ends with what there is now when something was posted since', () => {
  const since = { ...second, history: [...second.history, posting('ContributionPosted', '2025-04-01', 1000)] };
  expect(yearEnds([first, since]).at(-1)).toEqual({
    fiscalYear: 'now',
    balances: { FIRST: 103_700, SECOND: 2000 },
    total: 105_700,
  });
});

it('is empty for who has no records', () => {
  expect(yearEnds([])).toEqual([]);
  expect(lastPosted([])).toBeUndefined();
});

it('counts what changed the balance as posted, and nothing else', () => {
  const ended = { ...first, history: [...first.history, posting('MembershipEnded', '2025-04-02', 0)] };
  expect(lastPosted([ended, second])).toBe('2025-03-31');
});
