interface RadioChoiceProps<Choice extends string> {
  name: string;
  legend: string;
  choices: [Choice, string][];
  chosen: Choice;
  onChoose: (choice: Choice) => void;
}

/** One of a few. */
export function RadioChoice<Choice extends string>({
  name,
  legend,
  choices,
  chosen,
  onChoose,
}: RadioChoiceProps<Choice>) {
  return (
    <fieldset>
      <legend className="font-700">{legend}</legend>
      <div className="mt-2 grid justify-items-start">
        {choices.map(([choice, label]) => (
          <label key={choice} className="inline-flex min-h-11 cursor-pointer items-center gap-3 py-1">
            <input
              type="radio"
              name={name}
              checked={choice === chosen}
              onChange={() => onChoose(choice)}
              className="size-6 shrink-0 accent-blue-900"
            />
            <span className="min-w-0">{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
