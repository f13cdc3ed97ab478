import { useTranslation } from 'react-i18next';
import { EmailFields, type EmailTwice } from '../identity/EmailFields';
import { emailAgainFault, emailFault } from '../identity/email';
import { useMemberNumber } from '../session/Gate';
import { BackLink } from '../ui/BackLink';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Form } from '../ui/Form';
import { FormProblem } from '../ui/FormProblem';
import { useForm } from '../ui/form';
import { Notice } from '../ui/Notice';
import { Page } from '../ui/Page';
import { useSubmission } from '../ui/useSubmission';
import { Addresses } from './Addresses';
import { useEmailChange, useLoginAccount } from './loginAccount';
import { OfLogin } from './OfLogin';
import { SendAgain } from './SendAgain';

/** The address the fund writes to: see it, have the link sent again, change it. */
export function EmailPage() {
  const { t } = useTranslation();
  const memberNumber = useMemberNumber();
  const query = useLoginAccount(memberNumber);
  return (
    <Page title={t('email.title')} lead={t('email.lead')} above={<BackLink to="/account" name={t('login.title')} />}>
      <OfLogin query={query}>
        {(account) => (
          <>
            <Card heading={t('email.current')}>
              <Addresses account={account} />
              {account.newEmail && <SendAgain memberNumber={memberNumber} />}
            </Card>
            <ChangeForm memberNumber={memberNumber} />
          </>
        )}
      </OfLogin>
    </Page>
  );
}

const EMPTY: EmailTwice = { email: '', emailAgain: '' };

function ChangeForm({ memberNumber }: { memberNumber: string }) {
  const { t } = useTranslation();
  const form = useForm(EMPTY, ({ email, emailAgain }) => ({
    email: email === '' ? 'emailMissing' : emailFault(email),
    emailAgain: emailAgainFault(email, emailAgain),
  }));
  const change = useEmailChange(memberNumber);
  const { submit, problem, isPending } = useSubmission(form, change, () => form.change(EMPTY));
  return (
    <Card heading={t('email.change')}>
      <Form refused={form.refused} problem={problem && <FormProblem error={problem} />} onSubmit={submit}>
        {change.isSuccess && (
          <Notice kind="info" title={t('email.asked')}>
            <p>{t('email.askedText')}</p>
          </Notice>
        )}
        <EmailFields entry={form.entry} onChange={form.change} faults={form.refused.faults} isRequired />
        <p>
          <Button type="submit" isPending={isPending}>
            {t('email.sendLink')}
          </Button>
        </p>
      </Form>
    </Card>
  );
}
