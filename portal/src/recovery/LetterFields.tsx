import { useTranslation } from 'react-i18next';
import { MemberNumberField } from '../identity/MemberNumberField';
import type { Faults } from '../ui/form';
import { TextField } from '../ui/TextField';
import type { Letter } from './recoveries';

interface LetterFieldsProps {
  entry: Letter;
  onChange: (part: Partial<Letter>) => void;
  faults: Faults;
}

/** The member number, and the code of the letter. */
export function LetterFields({ entry, onChange, faults }: LetterFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <MemberNumberField
        value={entry.memberNumber}
        onChange={(memberNumber) => onChange({ memberNumber })}
        fault={faults.memberNumber}
      />
      <TextField
        name="code"
        label={t('recovery.code')}
        hint={t('recovery.codeHint')}
        value={entry.code}
        onChange={(code) => onChange({ code })}
        fault={faults.code}
        input={{ autoComplete: 'one-time-code' }}
      />
    </>
  );
}
