import { useTranslation } from 'react-i18next';
import { groupedNumber } from '../format/yen';

const SIZES = {
  large: { number: 'text-std-32B-150 sm:text-std-45B-140', unit: 'text-std-18B-160' },
  middle: { number: 'text-std-22B-150 sm:text-std-26B-150', unit: 'text-std-16B-170' },
} as const;

/** An amount that stands by itself. */
export function Yen({ amount, size }: { amount: number; size: keyof typeof SIZES }) {
  const { t } = useTranslation();
  const { number, unit } = SIZES[size];
  return (
    <span className="whitespace-nowrap text-solid-gray-900">
      <span className={`tabular-nums ${number}`}>{groupedNumber(amount)}</span>{' '}
      <span className={unit}>{t('portal.yen')}</span>
    </span>
  );
}
