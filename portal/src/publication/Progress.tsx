import { ProgressBar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Publication } from './publications';

/** How much of the messages is delivered; when all are, how many of the mails are settled. */
export function Progress({ publication }: { publication: Publication }) {
  const { t } = useTranslation();
  const { status, statements, messages, mails } = publication;
  const delivering = status === 'RUNNING';
  const [done, total] = delivering ? [messages, statements] : [mails.sent + mails.undeliverable, mails.total];
  const name = t(delivering ? 'publication.progress' : 'publication.mailProgress');
  return (
    <ProgressBar value={done} maxValue={Math.max(1, total)} aria-label={name} className="mt-4 block">
      {({ percentage = 0, valueText }) => (
        <>
          <div className="flex justify-between gap-4 text-sm">
            <span>{name}</span>
            <span className="tabular-nums">{valueText}</span>
          </div>
          <div className="mt-1 h-3 overflow-hidden rounded-full bg-solid-gray-100">
            <div
              className="h-full rounded-full bg-blue-900 motion-safe:transition-[width]"
              style={{ width: `${percentage}%` }}
            />
          </div>
        </>
      )}
    </ProgressBar>
  );
}
