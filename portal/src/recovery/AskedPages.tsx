import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { lookOf } from '../ui/buttonLooks';
import { Card } from '../ui/Card';
import { Page } from '../ui/Page';

/** The one answer to who forgot a login ID. */
export function LoginIdAskedPage() {
  return <Asked codes="/login-id-recovery/code" />;
}

/** The one answer to who forgot a password. */
export function PasswordAskedPage() {
  return <Asked codes="/password-recovery/code" />;
}

// Says the same whether or not such a member exists.
function Asked({ codes }: { codes: string }) {
  const { t } = useTranslation();
  return (
    <Page title={t('recovery.asked')} lead={t('recovery.askedLead')}>
      <Card heading={t('recovery.byMail')}>
        <p className="max-w-prose">{t('recovery.byMailText')}</p>
      </Card>
      <Card heading={t('recovery.byLetter')}>
        <p className="max-w-prose">{t('recovery.byLetterText')}</p>
        <Link to={codes} className="mt-2 inline-block py-2 text-blue-1000 underline">
          {t('recovery.haveCode')}
        </Link>
      </Card>
      <p>
        <Link to="/" className={lookOf('outlined')}>
          {t('session.toStart')}
        </Link>
      </p>
    </Page>
  );
}
