import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem, hasStatus } from './problem';

/** Where the session lies among the queries; null means signed out. */
export const SESSION = ['session'] as const;

const ATTEMPTS = 2;

/** Answers kept while the page is open; any answer that says "no session" signs the page out. */
export function createQueries(): QueryClient {
  const signOutOn401 = (error: unknown) => {
    if (hasStatus(error, 401)) {
      queries.setQueryData(SESSION, null);
    }
  };
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError: signOutOn401 }),
    mutationCache: new MutationCache({ onError: signOutOn401 }),
    defaultOptions: { queries: { retry: worthTryingAgain, staleTime: 30_000 } },
  });
  return queries;
}

function worthTryingAgain(failures: number, error: unknown): boolean {
  const refused = error instanceof ApiProblem && error.problem.status < 500;
  return !refused && failures < ATTEMPTS;
}
