import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { todayInTokyo } from '../format/dates';
import { NOT_CHOSEN } from '../identity/birthDate';
import { IdentityFields } from '../identity/IdentityFields';
import { useLinkToken } from '../identity/useLinkToken';
import { BackLink } from '../ui/BackLink';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Form } from '../ui/Form';
import { FormProblem } from '../ui/FormProblem';
import { useForm } from '../ui/form';
import { Page } from '../ui/Page';
import { useSubmission } from '../ui/useSubmission';
import { identityFaults } from './faults';
import { LinkForgotten } from './LinkForgotten';
import { NewLoginIdForm } from './NewLoginIdForm';
import { useLoginIdRecovery } from './recoveries';

/** For who forgot the login ID: asks for a link; with the link of the mail, a new login ID. */
export function LoginIdRecoveryPage() {
  const { t } = useTranslation();
  const { token, wasOpened } = useLinkToken();
  if (token !== undefined) {
    return (
      <Page title={t('recovery.newLoginIdTitle')} lead={t('recovery.newLoginIdLead')}>
        <NewLoginIdForm token={token} />
      </Page>
    );
  }
  return (
    <Page
      title={t('recovery.loginIdTitle')}
      lead={t('recovery.loginIdLead')}
      above={<BackLink to="/" name={t('recovery.start')} />}
    >
      {wasOpened && <LinkForgotten />}
      <RequestForm />
      <p>
        <Link to="/login-id-recovery/code" className="inline-block py-2 text-blue-1000 underline">
          {t('recovery.haveCode')}
        </Link>
      </p>
    </Page>
  );
}

function RequestForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const form = useForm({ memberNumber: '', birthDate: NOT_CHOSEN }, (entry) => identityFaults(entry, todayInTokyo()));
  const { submit, problem, isPending } = useSubmission(form, useLoginIdRecovery(), () =>
    navigate('/login-id-recovery/asked', { replace: true }),
  );
  const { entry, change, refused } = form;
  return (
    <Form refused={refused} problem={problem && <FormProblem error={problem} />} onSubmit={submit}>
      <Card>
        <div className="grid gap-6 *:min-w-0">
          <IdentityFields entry={entry} onChange={change} faults={refused.faults} />
        </div>
      </Card>
      <p>
        <Button type="submit" isPending={isPending}>
          {t('recovery.ask')}
        </Button>
      </p>
    </Form>
  );
}
