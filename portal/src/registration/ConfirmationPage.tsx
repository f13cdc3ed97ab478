import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate } from 'react-router';
import { hasStatus } from '../api/problem';
import { eraYear, shortDate } from '../format/dates';
import { useLanguage } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { lookOf } from '../ui/buttonLooks';
import { Card } from '../ui/Card';
import { Facts } from '../ui/Facts';
import { Form } from '../ui/Form';
import { Notice } from '../ui/Notice';
import { Page } from '../ui/Page';
import { ProblemNotice } from '../ui/ProblemNotice';
import { refusedFields } from '../ui/refusedFields';
import { useRegistration } from './RegistrationPages';
import { RegistrationSteps } from './RegistrationSteps';
import { type Draft, useCompletion } from './registrations';

/** What will be registered, without the password. */
export function ConfirmationPage() {
  const { t } = useTranslation();
  const { draft } = useRegistration();
  if (draft === undefined) {
    return <Navigate to="/registration/entry" replace />;
  }
  return (
    <Page
      title={t('registration.confirmationTitle')}
      lead={t('registration.confirmationLead')}
      above={
        <div className="mb-6">
          <RegistrationSteps current="confirmation" />
        </div>
      }
    >
      <Confirmation draft={draft} />
    </Page>
  );
}

function Confirmation({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { submit, error, isPending } = useComplete(draft);
  const { loginId, memberNumber, birthDate, email } = draft;
  return (
    <Form refused={NOTHING_WRONG} problem={error && <CompletionProblem error={error} />} onSubmit={submit}>
      <Card>
        <Facts
          facts={[
            [t('identity.loginId'), loginId],
            [t('identity.password'), t('registration.passwordHidden')],
            [t('identity.memberNumber'), memberNumber],
            [t('identity.birthDate'), `${shortDate(birthDate)} (${eraYear(birthDate, language)})`],
            [t('identity.email'), email ?? t('registration.noEmail')],
          ]}
        />
      </Card>
      <p className="flex flex-wrap gap-3">
        <Button type="submit" isPending={isPending}>
          {t('registration.register')}
        </Button>
        <Link to="/registration/entry" className={lookOf('outlined')}>
          {t('registration.change')}
        </Link>
      </p>
    </Form>
  );
}

const NOTHING_WRONG = { faults: {}, attempt: 0 };

function useComplete({ ticket }: Draft) {
  const navigate = useNavigate();
  const { form } = useRegistration();
  const completion = useCompletion();
  const backToFields = (error: unknown) => {
    const faults = refusedFields(error, Object.keys(form.entry));
    if (faults) {
      form.refuse(faults);
      navigate('/registration/entry');
    }
  };
  const submit = () => {
    completion.mutate(
      { ticket, password: form.entry.password },
      {
        onSuccess: ({ mail }) => navigate('/registration/done', { replace: true, state: { mail } }),
        onError: backToFields,
      },
    );
  };
  return { submit, error: completion.error, isPending: completion.isPending };
}

function CompletionProblem({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (hasStatus(error, 410)) {
    return (
      <Notice kind="error" title={t('registration.over')}>
        <p>{t('registration.overText')}</p>
      </Notice>
    );
  }
  return (
    <div className="grid gap-2">
      <ProblemNotice error={error} />
      <p>{t('registration.goesOn')}</p>
    </div>
  );
}
