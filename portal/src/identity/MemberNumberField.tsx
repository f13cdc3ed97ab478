import { useTranslation } from 'react-i18next';
import type { Fault } from '../ui/form';
import { TextField } from '../ui/TextField';
import { memberNumberFault, padded } from './memberNumber';

interface MemberNumberFieldProps {
  value: string;
  onChange: (value: string) => void;
  fault: Fault | undefined;
}

/** A member number, with or without its zeros; shows what it is read as. */
export function MemberNumberField(props: MemberNumberFieldProps) {
  const { t } = useTranslation();
  const isPadded = memberNumberFault(props.value) === undefined && props.value.length < 10;
  return (
    <TextField
      {...props}
      name="memberNumber"
      label={t('identity.memberNumber')}
      hint={t('identity.memberNumberHint')}
      input={{ inputMode: 'numeric', autoComplete: 'off' }}
    >
      <p role="status" className="mt-1 text-solid-gray-700 text-sm tabular-nums">
        {isPadded && t('identity.memberNumberPadded', { number: padded(props.value) })}
      </p>
    </TextField>
  );
}
