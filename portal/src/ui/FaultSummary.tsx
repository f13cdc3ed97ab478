import { type MouseEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refused } from './form';
import { Icon } from './Icon';
import { useFaultText } from './useFaultText';

/** Everything that is wrong with a form, each leading to its field; takes the focus at every attempt. */
export function FaultSummary({ refused: { faults, attempt } }: { refused: Refused }) {
  const { t } = useTranslation();
  const textOf = useFaultText();
  const summary = useRef<HTMLElement>(null);
  const shown = Object.entries(faults);
  useEffect(() => {
    if (attempt > 0) {
      summary.current?.focus();
    }
  }, [attempt]);
  if (shown.length === 0) {
    return null;
  }
  return (
    <section
      ref={summary}
      tabIndex={-1}
      aria-labelledby="faults"
      className="flex scroll-mt-4 gap-3 rounded-12 border-2 border-error-1 bg-white p-4 sm:p-6"
    >
      <Icon name="error" className="size-6 shrink-0 text-error-1" />
      <div className="grid min-w-0 gap-1">
        <h2 id="faults" className="font-700">
          {t('form.summary', { number: shown.length })}
        </h2>
        <ul className="grid gap-1">
          {shown.map(([name, fault]) => (
            <li key={name}>
              <a href={`#${name}`} onClick={focusField} className="inline-block py-1 text-error-2 underline">
                {textOf(fault)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

// Without the address of the field in the history, where "back" would then stop.
function focusField(event: MouseEvent<HTMLAnchorElement>): void {
  event.preventDefault();
  document.getElementById(event.currentTarget.hash.slice(1))?.focus();
}
