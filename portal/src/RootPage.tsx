import { Navigate } from 'react-router';
import { HomePage } from './home/HomePage';
import { Gate } from './session/Gate';
import { StartPage } from './session/StartPage';
import { useSession } from './session/session';

/** The first page of each: the start page, a member's home, an officer's publications. */
export function RootPage() {
  const { data: session } = useSession();
  if (session?.kind === 'OFFICER') {
    return <Navigate to="/publications" replace />;
  }
  return (
    <Gate kind="MEMBER" signedOut={<StartPage />}>
      <HomePage />
    </Gate>
  );
}
