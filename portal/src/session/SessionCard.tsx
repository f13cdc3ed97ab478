import { DialogTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { dayAndTimeOf } from '../format/dates';
import { useLanguage } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { ProblemNotice } from '../ui/ProblemNotice';
import { useSignedIn } from './Gate';
import { useSignOut } from './signOut';

/** How long the session lasts, and how to end it here or everywhere. */
export function SessionCard() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { endsAt } = useSignedIn();
  const here = useSignOut('here');
  return (
    <Card heading={t('me.sessions')}>
      <p>{t('me.sessionEnds', { time: dayAndTimeOf(endsAt, language) })}</p>
      <p className="mt-1 text-solid-gray-700">{t('me.everywhereText')}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button look="outlined" isPending={here.isPending} onPress={() => here.mutate()}>
          {t('session.signOut')}
        </Button>
        <Everywhere />
      </div>
      {here.error && <ProblemNotice error={here.error} />}
    </Card>
  );
}

function Everywhere() {
  const { t } = useTranslation();
  const everywhere = useSignOut('everywhere');
  return (
    <DialogTrigger>
      <Button look="outlined">{t('me.everywhere')}</Button>
      <ConfirmDialog
        title={t('me.confirmTitle')}
        confirm={t('session.signOut')}
        cancel={t('me.cancel')}
        isPending={everywhere.isPending}
        onConfirm={() => everywhere.mutate()}
      >
        <p>{t('me.confirmText')}</p>
        {everywhere.error && <ProblemNotice error={everywhere.error} />}
      </ConfirmDialog>
    </DialogTrigger>
  );
}
