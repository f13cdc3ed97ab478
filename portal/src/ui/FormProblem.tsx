import { useTranslation } from 'react-i18next';
import { ProblemNotice } from './ProblemNotice';

/** Why the server did not take a form, and that nothing typed is lost. */
export function FormProblem({ error }: { error: unknown }) {
  const { t } = useTranslation();
  return (
    <div className="grid gap-2">
      <ProblemNotice error={error} />
      <p>{t('form.kept')}</p>
    </div>
  );
}
