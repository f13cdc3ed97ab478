import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { bodyOf, notice } from '../api/clients';
import { isSettled, type Publication, replace } from './publications';

const POLL_MILLISECONDS = 3_000;

/** Keeps a publication that is under way up to date: by server-sent events, and by asking where these do not come. */
export function useProgress(publication: Publication): void {
  const id = isSettled(publication) ? undefined : (publication.id ?? undefined);
  const [isAsking, setAsking] = useState(false);
  useEvents(id, () => setAsking(true));
  useAsking(isAsking ? id : undefined);
}

function useEvents(id: string | undefined, onGivenUp: () => void): void {
  const queries = useQueryClient();
  // biome-ignore lint/correctness/useExhaustiveDependencies: one stream for each publication
  useEffect(() => {
    if (id === undefined) {
      return;
    }
    const events = new EventSource(`/api/notice/publications/${id}/progress`);
    events.addEventListener('publication', ({ data }) => replace(queries, JSON.parse(data)));
    // The browser reconnects by itself and says CLOSED when it will not, such as after a refusal.
    events.onerror = () => events.readyState === EventSource.CLOSED && onGivenUp();
    return () => events.close();
  }, [id]);
}

function useAsking(id: string | undefined): void {
  const queries = useQueryClient();
  useQuery({
    queryKey: ['publication', id],
    enabled: id !== undefined,
    refetchInterval: POLL_MILLISECONDS,
    queryFn: async () => {
      const answer = await bodyOf(notice.GET('/publications/{id}', { params: { path: { id: id as string } } }));
      replace(queries, answer);
      return answer;
    },
  });
}
