import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLinkToken } from '../identity/useLinkToken';
import { BackLink } from '../ui/BackLink';
import { Page } from '../ui/Page';
import { LinkForgotten } from './LinkForgotten';
import { NewPasswordForm } from './NewPasswordForm';
import { PasswordForgottenForm } from './PasswordForgottenForm';

/** For who forgot the password: asks for a link; with the link of the mail, a new password. */
export function PasswordRecoveryPage() {
  const { t } = useTranslation();
  const { token, wasOpened } = useLinkToken();
  if (token !== undefined) {
    return (
      <Page title={t('recovery.newPasswordTitle')} lead={t('recovery.newPasswordLead')}>
        <NewPasswordForm token={token} />
      </Page>
    );
  }
  return (
    <Page
      title={t('recovery.passwordTitle')}
      lead={t('recovery.passwordLead')}
      above={<BackLink to="/" name={t('recovery.start')} />}
    >
      {wasOpened && <LinkForgotten />}
      <PasswordForgottenForm />
      <p>
        <Link to="/password-recovery/code" className="inline-block py-2 text-blue-1000 underline">
          {t('recovery.haveCode')}
        </Link>
      </p>
    </Page>
  );
}
