import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { lookOf } from './ui/buttonLooks';
import { Page } from './ui/Page';

/** An address that leads nowhere. */
export function MissingPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('missing.title')}>
      <p>{t('missing.text')}</p>
      <p>
        <Link to="/" className={lookOf('filled')}>
          {t('missing.home')}
        </Link>
      </p>
    </Page>
  );
}
