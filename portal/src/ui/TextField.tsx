import type { InputHTMLAttributes, ReactNode } from 'react';
import { FieldFault } from './FieldFault';
import { FieldLabel } from './FieldLabel';
import { fieldLook } from './fieldLooks';
import type { Fault } from './form';
import { useFaultText } from './useFaultText';

export interface TextFieldProps {
  /** Names the field on the page: its id, and the key of what is wrong with it. */
  name: string;
  label: string;
  isRequired?: boolean;
  hint?: ReactNode;
  value: string;
  onChange: (value: string) => void;
  fault: Fault | undefined;
  /** How the browser may help: kind of keyboard, what it may fill in. */
  input?: InputHTMLAttributes<HTMLInputElement>;
  /** Shown below the field while it is typed in. */
  children?: ReactNode;
}

/** A field of one line, with name, hint and what is wrong with it. */
export function TextField(props: TextFieldProps) {
  const { name, label, isRequired = true, hint, value, onChange, fault, input, children } = props;
  const wrong = useFaultText()(fault);
  const describedBy = [hint && `${name}-hint`, wrong && `${name}-fault`].filter(Boolean).join(' ');
  return (
    <div>
      <label htmlFor={name}>
        <FieldLabel name={label} isRequired={isRequired} />
      </label>
      {hint && (
        <p id={`${name}-hint`} className="mt-1 text-solid-gray-700 text-sm">
          {hint}
        </p>
      )}
      <input
        {...TYPED}
        {...input}
        id={name}
        name={name}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-required={isRequired}
        aria-invalid={wrong !== undefined}
        aria-describedby={describedBy || undefined}
        className={`mt-2 w-full max-w-lg ${fieldLook(wrong !== undefined)}`}
      />
      <FieldFault id={`${name}-fault`} text={wrong} />
      {children}
    </div>
  );
}

// What stands in these fields is no language: a phone must not begin it with a capital nor correct it.
const TYPED = { type: 'text', autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false } as const;
