import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { lookOf } from '../ui/buttonLooks';
import { Page } from '../ui/Page';

/** The address is confirmed. */
export function EmailConfirmedPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('email.done')} lead={t('email.doneLead')}>
      <p>
        <Link to="/" className={lookOf('filled')}>
          {t('email.toPortal')}
        </Link>
      </p>
    </Page>
  );
}
