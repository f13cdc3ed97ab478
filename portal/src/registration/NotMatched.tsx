import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { ProblemNotice } from '../ui/ProblemNotice';
import { useRegistration } from './RegistrationPages';
import { useBirthDateInquiry } from './registrations';

/** Number and birth date are not together in the records: what to do, without telling which of them is there. */
export function NotMatched() {
  const { t } = useTranslation();
  const { form } = useRegistration();
  // As it was sent; the form below may change.
  const [entry] = useState(form.entry);
  const inquiry = useBirthDateInquiry();
  return (
    <div className="grid gap-4">
      <Notice kind="error" title={t('registration.notMatched')}>
        <ol className="list-decimal pl-5">
          <li>{t('registration.notMatchedCheck')}</li>
          <li>{t('registration.notMatchedAsk')}</li>
          <li>{t('registration.notMatchedInquire')}</li>
        </ol>
        {!inquiry.isSuccess && (
          <Button look="outlined" isPending={inquiry.isPending} onPress={() => inquiry.mutate(entry)}>
            {t('registration.inquire')}
          </Button>
        )}
      </Notice>
      {inquiry.isSuccess && (
        <Notice kind="info" title={t('registration.inquired')}>
          <p>{t('registration.inquiredText')}</p>
          <p>{t(entry.email ? 'registration.inquiredMail' : 'registration.inquiredNoMail')}</p>
        </Notice>
      )}
      {inquiry.error && <ProblemNotice error={inquiry.error} />}
    </div>
  );
}
