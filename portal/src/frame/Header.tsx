import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Session } from '../session/session';
import { useSignOut } from '../session/signOut';
import { Button } from '../ui/Button';
import { LanguageSwitch } from './LanguageSwitch';

/** Name of the portal, language, way out. */
export function Header({ session, width }: { session: Session | null; width: string }) {
  const { t } = useTranslation();
  return (
    <header className="bg-blue-1100 text-white print:hidden">
      <div className={`${width} flex min-h-16 flex-wrap items-center justify-between py-1`}>
        <Link to="/" className="inline-flex min-h-11 items-center gap-2 hover:underline">
          <Mark />
          <span className="text-std-16B-170 sm:text-std-20B-150">{t('portal.name')}</span>
          {session?.kind === 'OFFICER' && (
            <span className="rounded-4 border border-white px-2 text-sm">{t('portal.officers')}</span>
          )}
        </Link>
        <div className="ml-auto flex items-center">
          <LanguageSwitch />
          {session && <SignOut />}
        </div>
      </div>
    </header>
  );
}

function SignOut() {
  const { t } = useTranslation();
  const { mutate, isPending } = useSignOut('here');
  return (
    <Button look="onDark" isPending={isPending} onPress={() => mutate()}>
      {t('session.signOut')}
    </Button>
  );
}

function Mark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className="hidden size-7 shrink-0 min-[22rem]:block sm:size-8">
      <rect width="32" height="32" rx="7" fill="white" />
      <path d="M8 22h16M10 22v-6M16 22V9M22 22v-9" stroke="#00118f" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
