import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { LoginIdField } from '../identity/LoginIdField';
import { loginIdFault } from '../identity/loginId';
import { NewPasswordFields } from '../identity/NewPasswordFields';
import { passwordAgainFault, passwordFaultBeside } from '../identity/password';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Form } from '../ui/Form';
import { useForm } from '../ui/form';
import { useSubmission } from '../ui/useSubmission';
import { letterFaults } from './faults';
import { LetterFields } from './LetterFields';
import { RecoveryProblem } from './RecoveryProblem';
import { useNewLoginId } from './recoveries';

const EMPTY = { memberNumber: '', code: '', loginId: '', password: '', passwordAgain: '' };

/** A new login ID and password, with the link of a mail or, without one, the code of a letter. */
export function NewLoginIdForm({ token }: { token?: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const form = useForm(EMPTY, (entry) => ({
    ...(token === undefined && letterFaults(entry)),
    loginId: loginIdFault(entry.loginId),
    password: passwordFaultBeside(entry.loginId, entry.password),
    passwordAgain: passwordAgainFault(entry.password, entry.passwordAgain),
  }));
  const { submit, problem, isPending } = useSubmission(form, useNewLoginId(token), () =>
    navigate('/login-id-recovery/done', { replace: true }),
  );
  const { entry, change, refused } = form;
  return (
    <Form
      refused={refused}
      problem={problem && <RecoveryProblem error={problem} again="/login-id-recovery" />}
      onSubmit={submit}
    >
      <Card>
        <div className="grid gap-6 *:min-w-0">
          {token === undefined && <LetterFields entry={entry} onChange={change} faults={refused.faults} />}
          <LoginIdField
            label={t('recovery.newLoginId')}
            value={entry.loginId}
            onChange={(loginId) => change({ loginId })}
            fault={refused.faults.loginId}
          />
          <NewPasswordFields entry={entry} onChange={change} faults={refused.faults} />
        </div>
      </Card>
      <p>
        <Button type="submit" isPending={isPending}>
          {t('recovery.register')}
        </Button>
      </p>
    </Form>
  );
}
