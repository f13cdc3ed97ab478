import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemNotice } from './ProblemNotice';
import { Skeleton } from './Skeleton';

interface LoadedProps<Data> {
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
}

/** What a query brought; before that its place, or why it brought nothing. */
export function Loaded<Data>({ query, children }: LoadedProps<Data>) {
  if (query.data !== undefined) {
    return children(query.data);
  }
  if (query.error) {
    return <ProblemNotice error={query.error} onAgain={() => query.refetch()} />;
  }
  return <Skeleton />;
}
