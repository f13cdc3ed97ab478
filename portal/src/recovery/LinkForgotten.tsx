import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/Notice';

/** The page was loaded anew, and the secret of the link went with the old one. */
export function LinkForgotten() {
  const { t } = useTranslation();
  return (
    <Notice kind="info" title={t('recovery.linkForgotten')}>
      <p>{t('recovery.linkForgottenText')}</p>
    </Notice>
  );
}
