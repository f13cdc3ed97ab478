import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { actionAddress } from '../session/addresses';
import { Icon } from '../ui/Icon';

/** What else there is. */
export function Menu() {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('home.more')}>
      <ul className="grid gap-4 sm:grid-cols-2">
        <Item to="/messages" icon={<Icon name="inbox" />} title={t('inbox.title')} text={t('inbox.lead')} />
        <Item to="/me" icon={<Icon name="person" />} title={t('me.title')} text={t('me.lead')} />
        <Item to="/account" icon={<Icon name="person" />} title={t('login.title')} text={t('login.lead')} />
        <Item to="/account/email" icon={<Icon name="mail" />} title={t('email.title')} text={t('email.lead')} />
        <Item
          to={actionAddress('UPDATE_PASSWORD')}
          isElsewhere
          icon={<Icon name="key" />}
          title={t('login.changePassword')}
          text={t('login.passwordText')}
        />
      </ul>
    </nav>
  );
}

interface ItemProps {
  to: string;
  icon: ReactNode;
  title: string;
  text: string;
  /** Whether it leads out of the portal, to the pages of the sign-in. */
  isElsewhere?: boolean;
}

function Item({ to, icon, title, text, isElsewhere = false }: ItemProps) {
  return (
    <li>
      <Link
        to={to}
        reloadDocument={isElsewhere}
        className="flex h-full items-center gap-4 rounded-12 border border-solid-gray-200 bg-white p-4 hover:border-blue-900 hover:bg-blue-50 sm:p-5"
      >
        <span className="grid size-11 shrink-0 place-items-center rounded-full bg-blue-50 text-blue-900">{icon}</span>
        <span className="grow">
          <span className="block font-700 text-blue-1000 underline">{title}</span>
          <span className="block text-sm text-solid-gray-700">{text}</span>
        </span>
        <Icon name="forward" className="size-5 shrink-0 text-blue-900" />
      </Link>
    </li>
  );
}
