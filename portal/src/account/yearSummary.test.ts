import { expect, it } from 'vitest';
import { posting } from './given';
import { balanceOn, yearSummary, yearsOf } from './yearSummary';

const history = [
  posting('BalanceTakenOver', '2024-03-31', 100_000),
  posting('ContributionPosted', '2024-10-01', 3300),
  posting('ContributionAdjusted', '2024-10-01', 220),
  posting('InterestCredited', '2025-03-31', 3762),
  posting('ContributionPosted', '2025-04-01', 3520),
];

it('adds a year up: opening, credited and interest make the closing', () => {
  expect(yearSummary(history, 2024)).toMatchObject({
    opening: 100_000,
    takenOver: 0,
    credited: 3520,
    interest: 3762,
    closing: 107_282,
  });
  expect(yearSummary(history, 2023)).toMatchObject({ opening: 0, takenOver: 100_000, credited: 0, closing: 100_000 });
});

it('shows the balance in the order of value dates, also after a correction recorded later', () => {
  const balances = yearSummary(history, 2024).postings.map(({ balance }) => balance);
  expect(balances).toEqual([103_300, 103_520, 107_282]);
});

it('lists the years with records, newest first', () => {
  expect(yearsOf(history)).toEqual([2025, 2024, 2023]);
});

it('knows the balance of any day', () => {
  expect(balanceOn(history, '2024-09-30')).toBe(100_000);
  expect(balanceOn(history, '2025-03-31')).toBe(107_282);
});
