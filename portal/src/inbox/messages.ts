import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { bodyOf, notice } from '../api/clients';
import type { components } from '../api/generated/notice';
import { useLanguage } from '../i18n/i18n';

export type MessageSummary = components['schemas']['MessageSummary'];
export type Message = components['schemas']['MessageBody'];

const PAGE = 20;

// Titles and texts come in the language asked for, so the language belongs to the key.
function inboxKey(memberNumber: string) {
  return ['messages', memberNumber];
}

function page(memberNumber: string, limit: number, cursor?: string) {
  return bodyOf(
    notice.GET('/members/{memberNumber}/messages', {
      params: { path: { memberNumber }, query: { limit, ...(cursor && { cursor }) } },
    }),
  );
}

/** The inbox, newest first, page by page. */
export function useMessages(memberNumber: string) {
  return useInfiniteQuery({
    queryKey: [...inboxKey(memberNumber), 'list', useLanguage()],
    queryFn: ({ pageParam }) => page(memberNumber, PAGE, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

/** How many messages have not been opened. */
export function useUnread(memberNumber: string) {
  return useQuery({
    queryKey: [...inboxKey(memberNumber), 'unread'],
    queryFn: async () => (await page(memberNumber, 1)).unread,
  });
}

export function useMessage(memberNumber: string, id: string) {
  return useQuery({
    queryKey: [...inboxKey(memberNumber), id, useLanguage()],
    queryFn: () =>
      bodyOf(notice.GET('/members/{memberNumber}/messages/{id}', { params: { path: { memberNumber, id } } })),
  });
}

/** Marks a message as read. Its own key is the message, so that a second time changes nothing. */
export function useReading(memberNumber: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      bodyOf(
        notice.POST('/members/{memberNumber}/messages/{id}/reading', {
          params: { path: { memberNumber, id }, header: { 'Idempotency-Key': id } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: inboxKey(memberNumber) }),
  });
}

/** Where the PDF of a message is. */
export function documentAddress(memberNumber: string, id: string): string {
  return `/api/notice/members/${memberNumber}/messages/${id}/document`;
}
