import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { auth, bodyOf } from '../api/clients';
import { languageName } from '../api/language';
import { hasCode } from '../api/problem';
import { useLanguage } from '../i18n/i18n';
import { dateOf } from '../identity/birthDate';
import { padded } from '../identity/memberNumber';
import type { Entry } from './entry';

const CONSENT = 'consent';

/** What one agrees to, in the language of the page. */
export function useConsent() {
  const language = useLanguage();
  return useQuery({
    queryKey: [CONSENT, language],
    queryFn: () => bodyOf(auth.GET('/consent')),
    // A newer version is refused when it matters; the text must not change under the reader.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Has an entry matched with the fund's records; the password stays here until it is confirmed. */
export function useDraft(consentVersion: string) {
  const language = languageName(useLanguage());
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (entry: Entry) =>
      bodyOf(
        auth.POST('/registrations', {
          body: {
            consentVersion,
            loginId: entry.loginId,
            memberNumber: padded(entry.memberNumber),
            birthDate: dateOf(entry.birthDate),
            ...(entry.email && { email: entry.email }),
            language,
          },
        }),
      ),
    onError: (error) => {
      if (hasCode(error, 'consent-outdated')) {
        queries.removeQueries({ queryKey: [CONSENT] });
      }
    },
  });
}

export type Draft = NonNullable<ReturnType<typeof useDraft>['data']>;

/** Registers; sent again with the same ticket it goes on where it was. */
export function useCompletion() {
  return useMutation({
    mutationFn: (body: { ticket: string; password: string }) =>
      bodyOf(auth.POST('/registrations/completion', { body })),
  });
}

export type Registered = NonNullable<ReturnType<typeof useCompletion>['data']>;

/** Asks the employer to look at the birth date on record. */
export function useBirthDateInquiry() {
  const language = languageName(useLanguage());
  return useMutation({
    mutationFn: ({ memberNumber, birthDate, email }: Pick<Entry, 'memberNumber' | 'birthDate' | 'email'>) =>
      bodyOf(
        auth.POST('/birth-date-inquiries', {
          body: {
            memberNumber: padded(memberNumber),
            birthDate: dateOf(birthDate),
            ...(email && { email }),
            language,
          },
        }),
      ),
  });
}
