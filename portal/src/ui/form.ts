import { useState } from 'react';
import type { Texts } from '../i18n/ja';

/** What is wrong with a field: a sentence of ours, or one that the server wrote. */
export type Fault = keyof Texts['fault'] | { said: string };

/** What is wrong with which field, in the order of the fields. */
export type Faults = Record<string, Fault | undefined>;

/** Why a form was not accepted; every attempt is another one, so that the reader is led there each time. */
export interface Refused {
  faults: Faults;
  attempt: number;
}

/** Only what is wrong. */
export function onlyFaults(faults: Faults): Faults {
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== undefined));
}

/** What is typed into a form and, once it was sent, what is wrong with it; what is typed anew is no longer wrong. */
export function useForm<Entry extends object>(empty: Entry, faultsOf: (entry: Entry) => Faults) {
  const [entry, setEntry] = useState(empty);
  const [refused, setRefused] = useState<Refused>({ faults: {}, attempt: 0 });
  const refuse = (faults: Faults) => setRefused(({ attempt }) => ({ faults, attempt: attempt + 1 }));
  const change = (part: Partial<Entry>) => {
    setEntry((before) => ({ ...before, ...part }));
    setRefused(({ faults, attempt }) => ({ faults: without(faults, Object.keys(part)), attempt }));
  };
  /** Whether the form can be sent; what cannot is shown. */
  const check = () => {
    const faults = onlyFaults(faultsOf(entry));
    refuse(faults);
    return Object.keys(faults).length === 0;
  };
  return { entry, change, check, refuse, refused };
}

function without(faults: Faults, names: string[]): Faults {
  return Object.fromEntries(Object.entries(faults).filter(([name]) => !names.includes(name)));
}
