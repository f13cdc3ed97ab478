import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useUnread } from '../inbox/messages';
import { Icon } from '../ui/Icon';

/** The line that says there is news; nothing when there is none. */
export function NewMessages({ memberNumber }: { memberNumber: string }) {
  const { t } = useTranslation();
  const { data: unread = 0 } = useUnread(memberNumber);
  if (unread === 0) {
    return null;
  }
  return (
    <Link
      to="/messages"
      className="flex items-center gap-3 rounded-12 border-2 border-blue-900 bg-blue-50 p-4 text-blue-1000 hover:bg-blue-100 sm:p-5"
    >
      <Icon name="inbox" />
      <span className="grow font-700 underline">{t('home.newMessages')}</span>
      <Icon name="forward" className="size-5 shrink-0" />
    </Link>
  );
}
