import { useTranslation } from 'react-i18next';
import type { Faults } from '../ui/form';
import { TextField } from '../ui/TextField';

export interface EmailTwice {
  email: string;
  emailAgain: string;
}

interface EmailFieldsProps {
  entry: EmailTwice;
  onChange: (part: Partial<EmailTwice>) => void;
  faults: Faults;
  isRequired: boolean;
}

const INPUT = { inputMode: 'email', autoComplete: 'email' } as const;

/** An e-mail address, twice. */
export function EmailFields({ entry, onChange, faults, isRequired }: EmailFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        name="email"
        label={t('identity.email')}
        isRequired={isRequired}
        hint={t('identity.emailHint')}
        value={entry.email}
        onChange={(email) => onChange({ email })}
        fault={faults.email}
        input={INPUT}
      />
      <TextField
        name="emailAgain"
        label={t('identity.emailAgain')}
        isRequired={isRequired}
        value={entry.emailAgain}
        onChange={(emailAgain) => onChange({ emailAgain })}
        fault={faults.emailAgain}
        input={INPUT}
      />
    </>
  );
}
