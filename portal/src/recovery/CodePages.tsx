import { useTranslation } from 'react-i18next';
import { BackLink } from '../ui/BackLink';
import { Page } from '../ui/Page';
import { NewLoginIdForm } from './NewLoginIdForm';
import { NewPasswordForm } from './NewPasswordForm';

/** A new login ID with the code of a letter. */
export function LoginIdCodePage() {
  const { t } = useTranslation();
  return (
    <Page
      title={t('recovery.newLoginIdTitle')}
      lead={t('recovery.newLoginIdLead')}
      above={<BackLink to="/login-id-recovery" name={t('recovery.loginIdTitle')} />}
    >
      <NewLoginIdForm />
    </Page>
  );
}

/** A new password with the code of a letter. */
export function PasswordCodePage() {
  const { t } = useTranslation();
  return (
    <Page
      title={t('recovery.newPasswordTitle')}
      lead={t('recovery.newPasswordLead')}
      above={<BackLink to="/password-recovery" name={t('recovery.passwordTitle')} />}
    >
      <NewPasswordForm />
    </Page>
  );
}
