import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { NewPasswordFields } from '../identity/NewPasswordFields';
import { passwordAgainFault, passwordFault } from '../identity/password';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Form } from '../ui/Form';
import { useForm } from '../ui/form';
import { useSubmission } from '../ui/useSubmission';
import { letterFaults } from './faults';
import { LetterFields } from './LetterFields';
import { RecoveryProblem } from './RecoveryProblem';
import { useNewPassword } from './recoveries';

const EMPTY = { memberNumber: '', code: '', password: '', passwordAgain: '' };

/** A new password, with the link of a mail or, without one, the code of a letter. */
export function NewPasswordForm({ token }: { token?: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const form = useForm(EMPTY, (entry) => ({
    ...(token === undefined && letterFaults(entry)),
    password: passwordFault(entry.password),
    passwordAgain: passwordAgainFault(entry.password, entry.passwordAgain),
  }));
  const { submit, problem, isPending } = useSubmission(form, useNewPassword(token), () =>
    navigate('/password-recovery/done', { replace: true }),
  );
  const { entry, change, refused } = form;
  return (
    <Form
      refused={refused}
      problem={problem && <RecoveryProblem error={problem} again="/password-recovery" />}
      onSubmit={submit}
    >
      <Card>
        <div className="grid gap-6 *:min-w-0">
          {token === undefined && <LetterFields entry={entry} onChange={change} faults={refused.faults} />}
          <NewPasswordFields entry={entry} onChange={change} faults={refused.faults} />
        </div>
      </Card>
      <p>
        <Button type="submit" isPending={isPending}>
          {t('recovery.setPassword')}
        </Button>
      </p>
    </Form>
  );
}
