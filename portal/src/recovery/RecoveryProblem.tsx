import { useTranslation } from 'react-i18next';
import { hasStatus } from '../api/problem';
import { FormProblem } from '../ui/FormProblem';
import { LinkButton } from '../ui/LinkButton';
import { Notice } from '../ui/Notice';

/** Why there is no new login ID or password: most often a link or a code that has been used or is too old. */
export function RecoveryProblem({ error, again }: { error: unknown; again: string }) {
  const { t } = useTranslation();
  if (!hasStatus(error, 410)) {
    return <FormProblem error={error} />;
  }
  return (
    <Notice kind="error" title={t('recovery.over')}>
      <p>{t('recovery.overText')}</p>
      <LinkButton look="outlined" href={again}>
        {t('recovery.askAgain')}
      </LinkButton>
    </Notice>
  );
}
