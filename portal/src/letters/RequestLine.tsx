import { DialogTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { dayAndTimeOf } from '../format/dates';
import { useLanguage } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { ProblemNotice } from '../ui/ProblemNotice';
import type { Code } from './Letter';
import { type RecoveryRequest, useRecoveryCode } from './recoveryRequests';

/** A member who waits for a letter, and the way to make its code. */
export function RequestLine({ request, onMade }: { request: RecoveryRequest; onMade: (code: Code) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { memberNumber, askedAt } = request;
  const making = useRecoveryCode();
  const make = () => making.mutate(memberNumber, { onSuccess: (made) => onMade({ memberNumber, ...made }) });
  return (
    <li className="flex flex-wrap items-center justify-between gap-4 rounded-12 border border-solid-gray-200 bg-white p-4 sm:p-5">
      <div>
        <p className="font-700 tabular-nums">{t('letters.member', { memberNumber })}</p>
        <p className="text-solid-gray-700 text-sm tabular-nums">
          {t('letters.since', { time: dayAndTimeOf(askedAt, language) })}
        </p>
      </div>
      <DialogTrigger onOpenChange={() => making.reset()}>
        <Button look="outlined" aria-label={t('letters.makeFor', { memberNumber })}>
          {t('letters.make')}
        </Button>
        <ConfirmDialog
          title={t('letters.confirmTitle', { memberNumber })}
          confirm={t('letters.confirm')}
          cancel={t('letters.cancel')}
          isPending={making.isPending}
          onConfirm={make}
        >
          <p>{t('letters.confirmText')}</p>
          {making.error && <ProblemNotice error={making.error} />}
        </ConfirmDialog>
      </DialogTrigger>
    </li>
  );
}
