import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { bodyOf, notice } from '../api/clients';
import type { components } from '../api/generated/notice';

export type Publication = components['schemas']['PublicationBody'];

const PUBLICATIONS = ['publications'];

/** Every fiscal year with statements, newest first. */
export function usePublications() {
  return useQuery({
    queryKey: PUBLICATIONS,
    queryFn: async () => (await bodyOf(notice.GET('/publications'))).publications,
  });
}

/** Starts a publication; the key comes with the wish, so that the same wish sent twice starts one. */
export function usePublish() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ fiscalYear, key }: { fiscalYear: number; key: string }) =>
      bodyOf(notice.POST('/publications', { params: { header: { 'Idempotency-Key': key } }, body: { fiscalYear } })),
    onSuccess: (started) => replace(queries, started),
    onSettled: () => queries.invalidateQueries({ queryKey: PUBLICATIONS }),
  });
}

/** Puts a newer state of a publication in the place of the older one. */
export function replace(queries: QueryClient, newer: Publication): void {
  queries.setQueryData<Publication[]>(PUBLICATIONS, (known) =>
    known?.map((publication) => (publication.fiscalYear === newer.fiscalYear ? newer : publication)),
  );
}

/** Whether nothing of it will change any more: all delivered, and every mail sent or given up. */
export function isSettled({ status, mails }: Publication): boolean {
  return status === 'COMPLETED' && mails.sent + mails.undeliverable >= mails.total;
}
