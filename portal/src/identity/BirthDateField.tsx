import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { monthName, todayInTokyo, yearWithEras } from '../format/dates';
import { useLanguage } from '../i18n/i18n';
import { FieldFault } from '../ui/FieldFault';
import { FieldLabel } from '../ui/FieldLabel';
import { fieldLook } from '../ui/fieldLooks';
import type { Fault } from '../ui/form';
import { useFaultText } from '../ui/useFaultText';
import { type BirthDateParts, yearsOfBirth } from './birthDate';

interface BirthDateFieldProps {
  value: BirthDateParts;
  onChange: (value: BirthDateParts) => void;
  fault: Fault | undefined;
}

type Choices = [value: number, name: string][];

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);
const DAYS = Array.from({ length: 31 }, (_, at) => at + 1);

/** A birth date: year with its era, month, day. */
export function BirthDateField({ value, onChange, fault }: BirthDateFieldProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const wrong = useFaultText()(fault);
  const years = useMemo<Choices>(
    () => yearsOfBirth(todayInTokyo()).map((year) => [year, yearWithEras(year, language)]),
    [language],
  );
  const months = useMemo<Choices>(
    () => MONTHS.map((month) => [month, monthName(`2000-${pad(month)}`, language)]),
    [language],
  );
  const days = useMemo<Choices>(() => DAYS.map((day) => [day, t('identity.dayOf', { day })]), [t]);
  const part = (name: keyof BirthDateParts, choices: Choices) => ({
    name,
    choices,
    value: value[name],
    onChoose: (chosen: string) => onChange({ ...value, [name]: chosen }),
    isWrong: wrong !== undefined,
  });
  return (
    <fieldset>
      <legend>
        <FieldLabel name={t('identity.birthDate')} isRequired />
      </legend>
      <div className="mt-2 grid max-w-lg grid-cols-2 gap-3 sm:grid-cols-[2fr_1fr_1fr]">
        <div className="col-span-2 sm:col-span-1">
          <Part {...part('year', years)} id="birthDate" label={t('identity.year')} />
        </div>
        <Part {...part('month', months)} id="birthDate-month" label={t('identity.month')} />
        <Part {...part('day', days)} id="birthDate-day" label={t('identity.day')} />
      </div>
      <FieldFault id="birthDate-fault" text={wrong} />
    </fieldset>
  );
}

interface PartProps {
  id: string;
  name: keyof BirthDateParts;
  label: string;
  choices: Choices;
  value: string;
  onChoose: (value: string) => void;
  isWrong: boolean;
}

function Part({ id, name, label, choices, value, onChoose, isWrong }: PartProps) {
  const { t } = useTranslation();
  // The same elements again, which React skips: with every key that is pressed in the form there would be 140 new ones.
  const options = useMemo(
    () =>
      choices.map(([choice, text]) => (
        <option key={choice} value={choice}>
          {text}
        </option>
      )),
    [choices],
  );
  return (
    <div>
      <label htmlFor={id} className="block text-sm">
        {label}
      </label>
      <select
        id={id}
        value={value}
        autoComplete={`bday-${name}`}
        onChange={(event) => onChoose(event.target.value)}
        aria-required
        aria-invalid={isWrong}
        aria-describedby={isWrong ? 'birthDate-fault' : undefined}
        className={`w-full ${fieldLook(isWrong)}`}
      >
        <option value="">{t('identity.choose')}</option>
        {options}
      </select>
    </div>
  );
}

function pad(month: number): string {
  return String(month).padStart(2, '0');
}
