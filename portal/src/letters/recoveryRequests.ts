import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { bodyOf, login } from '../api/clients';

const REQUESTS = ['recovery-requests'];

/** The members who wait for a letter. */
export function useRecoveryRequests() {
  return useQuery({
    queryKey: REQUESTS,
    queryFn: async () => (await bodyOf(login.GET('/recovery-requests'))).requests,
  });
}

export type RecoveryRequest = NonNullable<ReturnType<typeof useRecoveryRequests>['data']>[number];

/** Makes the code of a letter; it is answered once and cannot be asked for again. */
export function useRecoveryCode() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (memberNumber: string) => bodyOf(login.POST('/recovery-codes', { body: { memberNumber } })),
    onSettled: () => queries.invalidateQueries({ queryKey: REQUESTS }),
    // Not one moment longer than it is shown.
    gcTime: 0,
  });
}

export type RecoveryCode = NonNullable<ReturnType<typeof useRecoveryCode>['data']>;
