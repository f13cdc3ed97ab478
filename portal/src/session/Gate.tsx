import { createContext, type ReactNode, useContext, useRef } from 'react';
import { Loaded } from '../ui/Loaded';
import { OtherKind } from './OtherKind';
import { SignInNeeded } from './SignInNeeded';
import { type Session, useSession } from './session';

type Kind = Session['kind'];

const SessionContext = createContext<Session | null>(null);

interface GateProps {
  /** Whom the page is for; everybody who is signed in, where it does not say. */
  kind?: Kind;
  children: ReactNode;
  /** Shown to who is signed out and was not signed in before on this page. */
  signedOut?: ReactNode;
}

/** Lets those in for whom a page is, and tells the others how to get there. */
export function Gate({ kind, children, signedOut }: GateProps) {
  const query = useSession();
  const wasSignedIn = useRef(false);
  wasSignedIn.current ||= Boolean(query.data);
  return (
    <Loaded query={query}>
      {(session) => {
        if (session === null) {
          return (
            (!wasSignedIn.current && signedOut) || <SignInNeeded kind={kind ?? 'MEMBER'} ended={wasSignedIn.current} />
          );
        }
        if (kind !== undefined && session.kind !== kind) {
          return <OtherKind kind={kind} />;
        }
        return <SessionContext value={session}>{children}</SessionContext>;
      }}
    </Loaded>
  );
}

/** The session inside a gate. */
export function useSignedIn(): Session {
  const session = useContext(SessionContext);
  if (session === null) {
    throw new Error('used outside a gate');
  }
  return session;
}

/** The number of the member inside a gate for members. */
export function useMemberNumber(): string {
  const { memberNumber } = useSignedIn();
  if (!memberNumber) {
    throw new Error('a member without a number');
  }
  return memberNumber;
}
