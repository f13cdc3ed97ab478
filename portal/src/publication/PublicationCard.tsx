import { useTranslation } from 'react-i18next';
import { dayAndTimeOf } from '../format/dates';
import { fiscalYearName } from '../format/fiscalYear';
import { useLanguage } from '../i18n/i18n';
import { Counts } from './Counts';
import { Progress } from './Progress';
import { PublishButton } from './PublishButton';
import { isSettled, type Publication } from './publications';
import { StatusLabel } from './StatusLabel';
import { useProgress } from './useProgress';

/** A fiscal year: how far its notices have come, and the way to publish them. */
export function PublicationCard({ publication }: { publication: Publication }) {
  const language = useLanguage();
  useProgress(publication);
  return (
    <section className="rounded-12 border border-solid-gray-200 bg-white p-4 sm:p-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 className="text-std-20B-150 sm:text-std-22B-150">{fiscalYearName(publication.fiscalYear, language)}</h2>
        <StatusLabel publication={publication} />
      </div>
      <Counts publication={publication} />
      {publication.status !== 'PREPARED' && !isSettled(publication) && <Progress publication={publication} />}
      <Announcement publication={publication} />
      <Times publication={publication} />
      {publication.status === 'PREPARED' && <PublishButton publication={publication} />}
    </section>
  );
}

// Read out when a publication that was under way on this page is done; the steps between would be noise.
function Announcement({ publication }: { publication: Publication }) {
  const { t } = useTranslation();
  const { status, messages } = publication;
  return (
    <p role="status" className="sr-only">
      {status === 'RUNNING' && t('publication.live')}
      {status === 'COMPLETED' && t('publication.announceDone', { total: messages })}
    </p>
  );
}

function Times({ publication }: { publication: Publication }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { requestedAt, completedAt } = publication;
  if (!requestedAt) {
    return null;
  }
  return (
    <p className="mt-4 flex flex-wrap gap-x-6 text-sm text-solid-gray-700 tabular-nums">
      <span>{t('publication.requestedAt', { time: dayAndTimeOf(requestedAt, language) })}</span>
      {completedAt && <span>{t('publication.completedAt', { time: dayAndTimeOf(completedAt, language) })}</span>}
    </p>
  );
}
