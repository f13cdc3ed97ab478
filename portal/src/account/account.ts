import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { bodyOf, ledger } from '../api/clients';
import type { components } from '../api/generated/ledger';

export type Account = components['schemas']['AccountAnswer'];
export type Plan = components['schemas']['Plan'];

/** An account is named by its plan; ordinal 0 is the ordinary one, 1 and up are transferred assets. */
export type AccountKey = Pick<Account, 'plan' | 'ordinal'>;

/** A member's accounts in the order of the plans; who is new has none. */
export function useAccounts(memberNumber: string) {
  return useQuery({
    queryKey: ['accounts', memberNumber],
    queryFn: () => bodyOf(ledger.GET('/members/{memberNumber}/accounts', { params: { path: { memberNumber } } })),
    select: ({ accounts }) => accounts.toSorted(byPlan),
  });
}

function byPlan(one: AccountKey, other: AccountKey): number {
  return one.plan.localeCompare(other.plan) || one.ordinal - other.ordinal;
}

/** 第1年金 · 第1年金 移換分1 */
export function accountName({ plan, ordinal }: AccountKey, t: TFunction): string {
  return ordinal === 0 ? t(`plan.${plan}`) : t('plan.transferred', { plan: t(`plan.${plan}`), ordinal });
}

export function accountPath({ plan, ordinal }: AccountKey): string {
  return `/accounts/${plan}/${ordinal}`;
}
