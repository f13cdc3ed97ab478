import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SESSION } from '../api/queries';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import type { Session } from './session';
import { timeLeft } from './timeLeft';

const MINUTE = 60_000;

// Asking the services anything prolongs the session; asking for the session itself does not, and comes after.
async function goOn(queries: QueryClient): Promise<void> {
  await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION[0] });
  await queries.invalidateQueries({ queryKey: SESSION });
}

/** Says shortly before that the session ends, and offers to go on. */
export function SessionEnding({ session }: { session: Session }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const minutes = useWarning(session);
  if (minutes === undefined) {
    return null;
  }
  return (
    <div className="mb-6">
      <Notice kind="info" title={t('session.endsSoon', { minutes })}>
        <p>{t('session.endsSoonText')}</p>
        <Button onPress={() => goOn(queries)}>{t('session.goOn')}</Button>
      </Notice>
    </div>
  );
}

// What this page knows may be old, since every answer prolongs a session: it asks before it warns, and again at the end.
function useWarning(session: Session): number | undefined {
  const queries = useQueryClient();
  const [warned, setWarned] = useState<{ session: Session; minutes: number }>();
  useEffect(() => {
    const left = timeLeft(session, Date.now());
    if (left === undefined) {
      return;
    }
    const askAgain = () => queries.invalidateQueries({ queryKey: SESSION });
    if (left.untilWarning > 0) {
      const timer = setTimeout(askAgain, left.untilWarning + 1000);
      return () => clearTimeout(timer);
    }
    setWarned({ session, minutes: Math.max(1, Math.round(left.untilEnd / MINUTE)) });
    const timer = setTimeout(askAgain, left.untilEnd + 1000);
    return () => clearTimeout(timer);
  }, [session, queries]);
  return warned && warned.session === session ? warned.minutes : undefined;
}
