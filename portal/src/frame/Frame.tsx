import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { SessionEnding } from '../session/SessionEnding';
import { useSession } from '../session/session';
import { Header } from './Header';
import { Navigation } from './Navigation';

const WIDTH = 'mx-auto w-full max-w-5xl px-4';

/** What every page stands in. */
export function Frame() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:m-2 focus:bg-white focus:p-3 focus:underline"
      >
        {t('portal.skip')}
      </a>
      <Header session={session ?? null} width={WIDTH} />
      {session && <Navigation kind={session.kind} width={WIDTH} />}
      <main id="content" tabIndex={-1} className={`${WIDTH} grow py-6 outline-none sm:py-10`}>
        {session && <SessionEnding session={session} />}
        <Outlet />
      </main>
      <footer className="border-solid-gray-200 border-t bg-white print:hidden">
        <p className={`${WIDTH} py-6 text-sm text-solid-gray-700`}>{t('portal.footer')}</p>
      </footer>
    </div>
  );
}
