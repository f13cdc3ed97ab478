interface CheckBoxProps {
  name: string;
  label: string;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  describedBy?: string | undefined;
}

/** A box to tick, as wide as its words for the thumb. */
export function CheckBox({ name, label, isChecked, onChange, describedBy }: CheckBoxProps) {
  return (
    <label className="inline-flex min-h-11 cursor-pointer items-center gap-3 py-1">
      <input
        type="checkbox"
        id={name}
        checked={isChecked}
        onChange={(event) => onChange(event.target.checked)}
        aria-invalid={describedBy !== undefined}
        aria-describedby={describedBy}
        className="size-6 shrink-0 accent-blue-900"
      />
      <span className="min-w-0">{label}</span>
    </label>
  );
}
