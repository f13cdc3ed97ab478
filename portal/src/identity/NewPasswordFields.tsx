import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckBox } from '../ui/CheckBox';
import type { Faults } from '../ui/form';
import { TextField } from '../ui/TextField';

export interface NewPassword {
  password: string;
  passwordAgain: string;
}

interface NewPasswordFieldsProps {
  entry: NewPassword;
  onChange: (part: Partial<NewPassword>) => void;
  faults: Faults;
}

/** A new password, twice, hidden unless the reader wants to see it. */
export function NewPasswordFields({ entry, onChange, faults }: NewPasswordFieldsProps) {
  const { t } = useTranslation();
  const [isShown, setIsShown] = useState(false);
  const input = { type: isShown ? 'text' : 'password', autoComplete: 'new-password' };
  return (
    <>
      <TextField
        name="password"
        label={t('identity.password')}
        hint={t('identity.passwordHint')}
        value={entry.password}
        onChange={(password) => onChange({ password })}
        fault={faults.password}
        input={input}
      />
      <div className="grid gap-2">
        <TextField
          name="passwordAgain"
          label={t('identity.passwordAgain')}
          value={entry.passwordAgain}
          onChange={(passwordAgain) => onChange({ passwordAgain })}
          fault={faults.passwordAgain}
          input={input}
        />
        <CheckBox name="showPassword" label={t('identity.showPassword')} isChecked={isShown} onChange={setIsShown} />
        <p className="text-solid-gray-700 text-sm">{t('identity.passwordAdvice')}</p>
      </div>
    </>
  );
}
