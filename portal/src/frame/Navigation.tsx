import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useUnread } from '../inbox/messages';
import { type Session, useSession } from '../session/session';

/** The pages one can always go to. */
export function Navigation({ kind, width }: { kind: Session['kind']; width: string }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('portal.menu')} className="border-solid-gray-200 border-b bg-white print:hidden">
      <ul className={`${width} flex flex-wrap gap-x-1`}>
        {kind === 'MEMBER' ? <MemberItems /> : <OfficerItems />}
        <Item to="/me">{t('me.title')}</Item>
      </ul>
    </nav>
  );
}

function MemberItems() {
  const { t } = useTranslation();
  return (
    <>
      <Item to="/">{t('home.title')}</Item>
      <Item to="/messages">
        {t('inbox.title')}
        <Unread />
      </Item>
    </>
  );
}

function OfficerItems() {
  const { t } = useTranslation();
  return (
    <>
      <Item to="/publications">{t('publication.title')}</Item>
      <Item to="/recovery-letters">{t('letters.title')}</Item>
    </>
  );
}

function Item({ to, children }: { to: string; children: ReactNode }) {
  return (
    <li>
      <NavLink
        to={to}
        end={to === '/'}
        className={({ isActive }) =>
          `inline-flex min-h-12 items-center gap-2 border-b-4 px-2 pt-1 hover:underline sm:px-4 ${
            isActive ? 'border-blue-900 font-700 text-blue-1000' : 'border-transparent'
          }`
        }
      >
        {children}
      </NavLink>
    </li>
  );
}

function Unread() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const { data: unread = 0 } = useUnread(session?.memberNumber ?? '');
  if (unread === 0) {
    return null;
  }
  return (
    <span className="rounded-full bg-blue-900 px-2 font-700 text-white text-xs leading-5">
      {unread}
      <span className="sr-only"> {t('inbox.isNew')}</span>
    </span>
  );
}
