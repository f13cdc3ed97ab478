import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { signInAddress } from '../session/addresses';
import { lookOf } from '../ui/buttonLooks';
import { LinkButton } from '../ui/LinkButton';
import { Notice } from '../ui/Notice';

/** Who is registered already signs in, or has forgotten how. */
export function AlreadyRegistered() {
  const { t } = useTranslation();
  return (
    <Notice kind="error" title={t('registration.already')}>
      <p>{t('registration.alreadyText')}</p>
      <p className="flex flex-wrap gap-3">
        <LinkButton href={signInAddress('member')}>{t('start.signIn')}</LinkButton>
        <Link to="/login-id-recovery" className={lookOf('plain')}>
          {t('recovery.loginIdTitle')}
        </Link>
      </p>
    </Notice>
  );
}
