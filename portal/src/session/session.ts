import { useQuery } from '@tanstack/react-query';
import { auth, bodyOf } from '../api/clients';
import { rememberCsrfToken } from '../api/csrf';
import type { components } from '../api/generated/auth';
import { hasStatus } from '../api/problem';
import { SESSION } from '../api/queries';

/** Who is signed in, as the server says. */
export type Session = components['schemas']['SessionBody'];

/** The session; null when signed out. Asked again whenever the reader comes back to the window. */
export function useSession() {
  return useQuery({ queryKey: SESSION, queryFn: readSession, staleTime: 0 });
}

async function readSession(): Promise<Session | null> {
  try {
    const session = await bodyOf(auth.GET('/session'));
    rememberCsrfToken(session.csrfToken);
    return session;
  } catch (error) {
    if (hasStatus(error, 401)) {
      return null;
    }
    throw error;
  }
}
