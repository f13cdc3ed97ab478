import { Icon } from './Icon';

/** What is wrong with a field, below it. */
export function FieldFault({ id, text }: { id: string; text: string | undefined }) {
  if (text === undefined) {
    return null;
  }
  return (
    <p id={id} className="mt-2 flex gap-2 text-error-2">
      <Icon name="error" className="mt-0.5 size-5 shrink-0" />
      <span className="min-w-0">{text}</span>
    </p>
  );
}
