import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { todayInTokyo } from '../format/dates';
import { NOT_CHOSEN } from '../identity/birthDate';
import { IdentityFields } from '../identity/IdentityFields';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Form } from '../ui/Form';
import { FormProblem } from '../ui/FormProblem';
import { useForm } from '../ui/form';
import { RadioChoice } from '../ui/RadioChoice';
import { TextField } from '../ui/TextField';
import { useSubmission } from '../ui/useSubmission';
import { forgottenFaults } from './faults';
import { type PasswordForgotten, usePasswordRecovery } from './recoveries';

const EMPTY: PasswordForgotten = { by: 'loginId', loginId: '', memberNumber: '', birthDate: NOT_CHOSEN };

/** Who forgot the password: by login ID, or by member number and birth date. */
export function PasswordForgottenForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const form = useForm(EMPTY, (entry) => forgottenFaults(entry, todayInTokyo()));
  const { submit, problem, isPending } = useSubmission(form, usePasswordRecovery(), () =>
    navigate('/password-recovery/asked', { replace: true }),
  );
  const { entry, change, refused } = form;
  // All of it, so that what was wrong with the fields of the other way is wrong no longer.
  const choose = (by: PasswordForgotten['by']) => change({ ...entry, by });
  return (
    <Form refused={refused} problem={problem && <FormProblem error={problem} />} onSubmit={submit}>
      <Card>
        <div className="grid gap-6 *:min-w-0">
          <RadioChoice
            name="by"
            legend={t('recovery.by')}
            choices={[
              ['loginId', t('recovery.byLoginId')],
              ['identity', t('recovery.byIdentity')],
            ]}
            chosen={entry.by}
            onChoose={choose}
          />
          {entry.by === 'loginId' ? (
            <TextField
              name="loginId"
              label={t('identity.loginId')}
              value={entry.loginId}
              onChange={(loginId) => change({ loginId })}
              fault={refused.faults.loginId}
              input={{ autoComplete: 'username' }}
            />
          ) : (
            <IdentityFields entry={entry} onChange={change} faults={refused.faults} />
          )}
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
