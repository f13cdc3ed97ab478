import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { dayOf } from '../format/dates';
import { useLanguage } from '../i18n/i18n';
import { useMemberNumber } from '../session/Gate';
import { BackLink } from '../ui/BackLink';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { DocumentLink } from './DocumentLink';
import { Figures } from './Figures';
import { type Message, useMessage, useReading } from './messages';
import { Rates } from './Rates';

/** A message; opening it marks it as read. */
export function MessagePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useMessage(useMemberNumber(), id);
  return (
    <Page title={query.data?.title ?? t('message.title')} above={<BackLink to="/messages" name={t('inbox.title')} />}>
      <Loaded query={query}>{(message) => <OpenMessage message={message} />}</Loaded>
    </Page>
  );
}

function OpenMessage({ message }: { message: Message }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const notMarked = useMarkRead(message);
  const { body, deliveredAt, statement } = message;
  return (
    <>
      <div className="rounded-12 border border-solid-gray-200 bg-white p-4 sm:p-6">
        <p className="text-sm text-solid-gray-700">{t('message.delivered', { date: dayOf(deliveredAt, language) })}</p>
        <p className="mt-2 max-w-prose whitespace-pre-line break-words">{body}</p>
        <DocumentLink message={message} />
      </div>
      <Figures statement={statement} fiscalYear={message.fiscalYear} />
      <Rates rates={statement.rates} />
      {notMarked && (
        <p role="status" className="text-sm text-solid-gray-700">
          {t('message.notMarked')}
        </p>
      )}
    </>
  );
}

// Asked of the server once for each message that is new; its answer makes the message old.
function useMarkRead({ id, isNew }: Message): boolean {
  const { mutate, isError } = useReading(useMemberNumber());
  useEffect(() => {
    if (isNew) {
      mutate(id);
    }
  }, [id, isNew, mutate]);
  return isError;
}
