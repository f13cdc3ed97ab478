import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dayOf } from '../format/dates';
import { useLanguage } from '../i18n/i18n';
import { Icon } from '../ui/Icon';
import type { MessageSummary } from './messages';

/** A message in the list: whether it is new, its day, its title and how it begins. */
export function MessageLine({ message }: { message: MessageSummary }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id, isNew, deliveredAt, title, excerpt } = message;
  return (
    <li>
      <Link
        to={`/messages/${id}`}
        className={`flex items-center gap-3 rounded-12 border bg-white p-4 hover:border-blue-900 hover:bg-blue-50 sm:p-5 ${
          isNew ? 'border-blue-900' : 'border-solid-gray-200'
        }`}
      >
        <span className="min-w-0 grow">
          <span className="flex flex-wrap items-center gap-2 text-sm">
            {isNew && <span className="rounded-4 bg-blue-900 px-2 font-700 text-white">{t('inbox.isNew')}</span>}
            <time dateTime={deliveredAt} className="text-solid-gray-700 tabular-nums">
              {dayOf(deliveredAt, language)}
            </time>
          </span>
          <span className={`block text-blue-1000 underline ${isNew ? 'font-700' : ''}`}>{title}</span>
          <span className="line-clamp-2 text-solid-gray-700">{excerpt}</span>
        </span>
        <Icon name="forward" className="size-5 shrink-0 text-blue-900" />
      </Link>
    </li>
  );
}
