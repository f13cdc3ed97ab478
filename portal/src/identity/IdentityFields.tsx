import type { Faults } from '../ui/form';
import { BirthDateField } from './BirthDateField';
import type { BirthDateParts } from './birthDate';
import { MemberNumberField } from './MemberNumberField';

/** What names a member without a login ID. */
export interface Identity {
  memberNumber: string;
  birthDate: BirthDateParts;
}

interface IdentityFieldsProps {
  entry: Identity;
  onChange: (part: Partial<Identity>) => void;
  faults: Faults;
}

/** What a member knows without a login ID: number and birth date. */
export function IdentityFields({ entry, onChange, faults }: IdentityFieldsProps) {
  return (
    <>
      <MemberNumberField
        value={entry.memberNumber}
        onChange={(memberNumber) => onChange({ memberNumber })}
        fault={faults.memberNumber}
      />
      <BirthDateField
        value={entry.birthDate}
        onChange={(birthDate) => onChange({ birthDate })}
        fault={faults.birthDate}
      />
    </>
  );
}
