import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { bodyOf, login } from '../api/clients';
import { languageName } from '../api/language';
import { useLanguage } from '../i18n/i18n';
import type { EmailTwice } from '../identity/EmailFields';

const accountKey = (memberNumber: string) => ['login-account', memberNumber];

/** The login ID of a member and the addresses that belong to it. */
export function useLoginAccount(memberNumber: string) {
  return useQuery({
    queryKey: accountKey(memberNumber),
    queryFn: () => bodyOf(login.GET('/members/{memberNumber}/login-account', { params: { path: { memberNumber } } })),
  });
}

export type LoginAccount = NonNullable<ReturnType<typeof useLoginAccount>['data']>;
export type Address = NonNullable<LoginAccount['email']>;

/** Asks for another address, which counts once it is confirmed. */
export function useEmailChange(memberNumber: string) {
  const language = languageName(useLanguage());
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ email }: EmailTwice) =>
      bodyOf(
        login.POST('/members/{memberNumber}/email-changes', {
          params: { path: { memberNumber }, header: newKey() },
          body: { email, language },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: accountKey(memberNumber) }),
  });
}

/** Sends the mail with the link once more. */
export function useSendingAgain(memberNumber: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      bodyOf(
        login.POST('/members/{memberNumber}/email-changes/sending', {
          params: { path: { memberNumber }, header: newKey() },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: accountKey(memberNumber) }),
  });
}

// Every press is a wish of its own.
function newKey() {
  return { 'Idempotency-Key': crypto.randomUUID() };
}

/** The last thirty days, newest first. */
export function useSignIns(memberNumber: string) {
  return useQuery({
    queryKey: ['sign-ins', memberNumber],
    queryFn: async () =>
      (await bodyOf(login.GET('/members/{memberNumber}/sign-ins', { params: { path: { memberNumber } } }))).signIns,
  });
}

export type SignIn = NonNullable<ReturnType<typeof useSignIns>['data']>[number];
