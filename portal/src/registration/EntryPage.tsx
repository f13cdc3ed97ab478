import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate } from 'react-router';
import { hasCode } from '../api/problem';
import { EmailFields } from '../identity/EmailFields';
import { IdentityFields } from '../identity/IdentityFields';
import { LoginIdField } from '../identity/LoginIdField';
import { NewPasswordFields } from '../identity/NewPasswordFields';
import { BackLink } from '../ui/BackLink';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Form } from '../ui/Form';
import { FormProblem } from '../ui/FormProblem';
import { Page } from '../ui/Page';
import { useSubmission } from '../ui/useSubmission';
import { AlreadyRegistered } from './AlreadyRegistered';
import { ConsentOutdated } from './ConsentOutdated';
import { NotMatched } from './NotMatched';
import { useRegistration } from './RegistrationPages';
import { RegistrationSteps } from './RegistrationSteps';
import { useDraft } from './registrations';

/** Login ID, password, and who one is. */
export function EntryPage() {
  const { t } = useTranslation();
  const { consentVersion } = useRegistration();
  if (consentVersion === undefined) {
    return <Navigate to="/registration" replace />;
  }
  return (
    <Page
      title={t('registration.entryTitle')}
      above={
        <div className="mb-6 grid justify-items-stretch gap-2">
          <BackLink to="/registration" name={t('registration.title')} />
          <RegistrationSteps current="entry" />
        </div>
      }
    >
      <EntryForm consentVersion={consentVersion} />
    </Page>
  );
}

function EntryForm({ consentVersion }: { consentVersion: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { form, setDraft } = useRegistration();
  const { submit, problem, isPending } = useSubmission(form, useDraft(consentVersion), (matched) => {
    setDraft(matched);
    navigate('/registration/confirmation');
  });
  const { entry, change, refused } = form;
  const { faults } = refused;
  return (
    <Form refused={refused} problem={problem && <EntryProblem error={problem} />} onSubmit={submit}>
      <Fields title={t('registration.toSignIn')} text={t('registration.toSignInText')}>
        <LoginIdField
          label={t('identity.loginId')}
          value={entry.loginId}
          onChange={(loginId) => change({ loginId })}
          fault={faults.loginId}
        />
        <NewPasswordFields entry={entry} onChange={change} faults={faults} />
      </Fields>
      <Fields title={t('registration.whoYouAre')} text={t('registration.whoYouAreText')}>
        <IdentityFields entry={entry} onChange={change} faults={faults} />
      </Fields>
      <Fields title={t('registration.toReachYou')} text={t('registration.toReachYouText')}>
        <EmailFields entry={entry} onChange={change} faults={faults} isRequired={false} />
      </Fields>
      <p>
        <Button type="submit" isPending={isPending}>
          {t('registration.toConfirmation')}
        </Button>
      </p>
    </Form>
  );
}

function EntryProblem({ error }: { error: unknown }) {
  if (hasCode(error, 'identity-not-matched')) {
    return <NotMatched />;
  }
  if (hasCode(error, 'already-registered')) {
    return <AlreadyRegistered />;
  }
  if (hasCode(error, 'consent-outdated')) {
    return <ConsentOutdated />;
  }
  return <FormProblem error={error} />;
}

function Fields({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <Card heading={title}>
      <p className="-mt-2 mb-6 text-solid-gray-700">{text}</p>
      <div className="grid gap-6 *:min-w-0">{children}</div>
    </Card>
  );
}
