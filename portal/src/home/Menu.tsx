import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../ui/Icon';

/** What else there is. */
export function Menu() {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('home.more')}>
      <ul className="grid gap-4 sm:grid-cols-2">
        <Item to="/messages" icon={<Icon name="inbox" />} title={t('inbox.title')} text={t('inbox.lead')} />
        <Item to="/me" icon={<Icon name="person" />} title={t('me.title')} text={t('me.lead')} />
      </ul>
    </nav>
  );
}

interface ItemProps {
  to: string;
  icon: ReactNode;
  title: string;
  text: string;
}

function Item({ to, icon, title, text }: ItemProps) {
  return (
    <li>
      <Link
        to={to}
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
