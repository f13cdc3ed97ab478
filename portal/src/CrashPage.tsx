import { useTranslation } from 'react-i18next';
import { Notice } from './ui/Notice';
import { Page } from './ui/Page';

/** A fault of the portal itself. */
export function CrashPage() {
  const { t } = useTranslation();
  return (
    <main className="mx-auto max-w-5xl px-4 py-10">
      <Page title={t('portal.name')}>
        <Notice kind="error" title={t('problem.fault')}>
          <p>{t('problem.faultText')}</p>
          <a href="/" className="text-blue-1000 underline">
            {t('missing.home')}
          </a>
        </Notice>
      </Page>
    </main>
  );
}
