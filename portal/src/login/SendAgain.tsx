import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { ProblemNotice } from '../ui/ProblemNotice';
import { useSendingAgain } from './loginAccount';

/** Sends the mail with the link once more. */
export function SendAgain({ memberNumber }: { memberNumber: string }) {
  const { t } = useTranslation();
  const sending = useSendingAgain(memberNumber);
  return (
    <div className="mt-4 grid justify-items-start gap-3">
      <Button look="outlined" isPending={sending.isPending} onPress={() => sending.mutate()}>
        {t('email.sendAgain')}
      </Button>
      <p role="status">{sending.isSuccess && t('email.sentAgain')}</p>
      {sending.error && <ProblemNotice error={sending.error} />}
    </div>
  );
}
