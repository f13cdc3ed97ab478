import { useQuery } from '@tanstack/react-query';
import { bodyOf, member } from '../api/clients';

/** What the fund has on record about a member. */
export function usePerson(memberNumber: string) {
  return useQuery({
    queryKey: ['member', memberNumber],
    queryFn: () => bodyOf(member.GET('/members/{memberNumber}', { params: { path: { memberNumber } } })),
  });
}
