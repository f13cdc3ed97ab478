import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { auth, bodyOf } from '../api/clients';
import { hasStatus } from '../api/problem';
import { useLinkToken } from '../identity/useLinkToken';
import { Button } from '../ui/Button';
import { lookOf } from '../ui/buttonLooks';
import { Notice } from '../ui/Notice';
import { Page } from '../ui/Page';
import { ProblemNotice } from '../ui/ProblemNotice';

/** Where the link of a mail leads; a button confirms, since programs that read mail open links too. */
export function EmailConfirmationPage() {
  const { t } = useTranslation();
  const { token } = useLinkToken();
  if (token === undefined) {
    return (
      <Page title={t('email.confirmTitle')}>
        <Notice kind="info" title={t('email.openLink')}>
          <p>{t('email.openLinkText')}</p>
        </Notice>
      </Page>
    );
  }
  return (
    <Page title={t('email.confirmTitle')}>
      <Confirm token={token} />
    </Page>
  );
}

function Confirm({ token }: { token: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const confirmation = useMutation({
    mutationFn: () => bodyOf(auth.POST('/email-confirmations', { body: { token } })),
    onSuccess: () => navigate('/email-confirmation/done', { replace: true }),
  });
  if (hasStatus(confirmation.error, 410)) {
    return (
      <Notice kind="error" title={t('email.over')}>
        <p>{t('email.overText')}</p>
        <Link to="/account/email" className={lookOf('outlined')}>
          {t('email.title')}
        </Link>
      </Notice>
    );
  }
  return (
    <>
      {confirmation.error && <ProblemNotice error={confirmation.error} />}
      <p>{t('email.confirmLead')}</p>
      <p>
        <Button isPending={confirmation.isPending} onPress={() => confirmation.mutate()}>
          {t('email.confirm')}
        </Button>
      </p>
    </>
  );
}
