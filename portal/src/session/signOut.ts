import { useMutation } from '@tanstack/react-query';
import { auth, bodyOf } from '../api/clients';
import { hasStatus } from '../api/problem';

const WAYS = { here: '/session/sign-out', everywhere: '/sessions/sign-out' } as const;

/** Ends the session here or on every device; then the page is loaded anew, so that nothing of it stays in memory. */
export function useSignOut(where: keyof typeof WAYS) {
  return useMutation({
    mutationFn: async () => {
      try {
        await bodyOf(auth.POST(WAYS[where]));
      } catch (error) {
        if (!hasStatus(error, 401)) {
          throw error;
        }
      }
      window.location.replace('/');
    },
  });
}
