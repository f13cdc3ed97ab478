import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { fiscalYearName } from '../format/fiscalYear';
import { useLanguage } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';

interface YearChoiceProps {
  /** Newest first. */
  years: number[];
  year: number;
  onChoose: (year: number) => void;
}

/** Any year at once, or one step earlier or later. */
export function YearChoice({ years, year, onChoose }: YearChoiceProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  const at = years.indexOf(year);
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-700">
        {t('history.year')}
      </label>
      <div className="flex items-center gap-2">
        <Step name={t('history.previous')} to={years[at + 1]} onChoose={onChoose} icon={<Icon name="back" />} />
        <select
          id={id}
          value={year}
          onChange={(event) => onChoose(Number(event.target.value))}
          className="min-h-11 w-full max-w-72 rounded-8 border border-solid-gray-600 bg-white px-3 py-2"
        >
          {years.map((choice) => (
            <option key={choice} value={choice}>
              {fiscalYearName(choice, language)}
            </option>
          ))}
        </select>
        <Step name={t('history.next')} to={years[at - 1]} onChoose={onChoose} icon={<Icon name="forward" />} />
      </div>
    </div>
  );
}

interface StepProps {
  name: string;
  to: number | undefined;
  onChoose: (year: number) => void;
  icon: ReactNode;
}

function Step({ name, to, onChoose, icon }: StepProps) {
  return (
    <Button
      look="plain"
      aria-label={name}
      isDisabled={to === undefined}
      onPress={() => to !== undefined && onChoose(to)}
    >
      {icon}
    </Button>
  );
}
