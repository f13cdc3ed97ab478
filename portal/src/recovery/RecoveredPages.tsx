import { useTranslation } from 'react-i18next';
import { signInAddress } from '../session/addresses';
import { LinkButton } from '../ui/LinkButton';
import { Page } from '../ui/Page';

/** The new login ID is there. */
export function LoginIdRecoveredPage() {
  const { t } = useTranslation();
  return <Recovered title={t('recovery.loginIdDone')} lead={t('recovery.loginIdDoneLead')} />;
}

/** The new password is there. */
export function PasswordRecoveredPage() {
  const { t } = useTranslation();
  return <Recovered title={t('recovery.passwordDone')} lead={t('recovery.passwordDoneLead')} />;
}

function Recovered({ title, lead }: { title: string; lead: string }) {
  const { t } = useTranslation();
  return (
    <Page title={title} lead={lead}>
      <p>
        <LinkButton href={signInAddress('member')}>{t('start.signIn')}</LinkButton>
      </p>
    </Page>
  );
}
