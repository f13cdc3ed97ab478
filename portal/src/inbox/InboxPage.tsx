import { useTranslation } from 'react-i18next';
import { useMemberNumber } from '../session/Gate';
import { BackLink } from '../ui/BackLink';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Page } from '../ui/Page';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { MessageLine } from './MessageLine';
import { useMessages } from './messages';

/** All messages to a member, newest first. */
export function InboxPage() {
  const { t } = useTranslation();
  const query = useMessages(useMemberNumber());
  const messages = query.data?.pages.flatMap((page) => page.messages) ?? [];
  return (
    <Page title={t('inbox.title')} above={<BackLink to="/" name={t('home.title')} />} lead={t('inbox.lead')}>
      {query.isPending && <Skeleton />}
      {query.data && messages.length === 0 && <Empty />}
      {messages.length > 0 && (
        <ul className="grid gap-3">
          {messages.map((message) => (
            <MessageLine key={message.id} message={message} />
          ))}
        </ul>
      )}
      {query.error && <ProblemNotice error={query.error} onAgain={() => query.refetch()} />}
      {query.hasNextPage && (
        <div className="grid justify-items-center">
          <Button look="outlined" isPending={query.isFetchingNextPage} onPress={() => query.fetchNextPage()}>
            {t('inbox.more')}
          </Button>
        </div>
      )}
      <p role="status" className="sr-only">
        {query.data && query.data.pages.length > 1 && t('inbox.moreLoaded', { shown: messages.length })}
      </p>
    </Page>
  );
}

function Empty() {
  const { t } = useTranslation();
  return (
    <Card>
      <p className="font-700">{t('inbox.none')}</p>
      <p className="text-solid-gray-700">{t('inbox.noneText')}</p>
    </Card>
  );
}
