import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { FaultSummary } from './FaultSummary';
import type { Refused } from './form';

interface FormProps {
  refused: Refused;
  /** Why the server did not accept what was sent, where it is not about one field. */
  problem?: ReactNode;
  onSubmit: () => void;
  children: ReactNode;
}

/** A form; what is wrong with it stands above its fields and takes the focus. */
export function Form({ refused, problem, onSubmit, children }: FormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form noValidate onSubmit={submit} className="grid max-w-2xl gap-8 *:min-w-0">
      {problem ? <Attention>{problem}</Attention> : <FaultSummary refused={refused} />}
      {children}
    </form>
  );
}

/** Takes the focus as it appears, so that nobody has to look for it. */
function Attention({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className="scroll-mt-4">
      {children}
    </div>
  );
}
