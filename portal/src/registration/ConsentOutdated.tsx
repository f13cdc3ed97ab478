import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { lookOf } from '../ui/buttonLooks';
import { Notice } from '../ui/Notice';

/** The text agreed to has been replaced meanwhile; what was typed stays for after the newer one was read. */
export function ConsentOutdated() {
  const { t } = useTranslation();
  return (
    <Notice kind="error" title={t('registration.consentOutdated')}>
      <p>{t('registration.consentOutdatedText')}</p>
      <Link to="/registration" className={lookOf('outlined')}>
        {t('registration.consentAgain')}
      </Link>
    </Notice>
  );
}
