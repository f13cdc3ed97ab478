import { useTranslation } from 'react-i18next';
import type { Fault } from '../ui/form';
import { TextField } from '../ui/TextField';
import { forbiddenIn, isTooShort, loginIdFault } from './loginId';

interface LoginIdFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  fault: Fault | undefined;
}

/** A login ID to make up: says while it is typed whether it will do. */
export function LoginIdField(props: LoginIdFieldProps) {
  const { t } = useTranslation();
  return (
    <TextField {...props} name="loginId" hint={t('identity.loginIdHint')} input={{ autoComplete: 'username' }}>
      <p role="status" className="mt-1 text-solid-gray-700 text-sm">
        {props.fault === undefined && <Remark loginId={props.value} />}
      </p>
    </TextField>
  );
}

// Without a count, which would be read out at every key.
function Remark({ loginId }: { loginId: string }) {
  const { t } = useTranslation();
  if (loginId === '') {
    return null;
  }
  const forbidden = forbiddenIn(loginId);
  if (forbidden.length > 0) {
    return t('identity.loginIdForbidden', { characters: forbidden.map((one) => `「${one}」`).join('') });
  }
  if (isTooShort(loginId)) {
    return t('identity.loginIdShort');
  }
  return t(loginIdFault(loginId) ? 'identity.loginIdLong' : 'identity.loginIdFits');
}
