import { groupedNumber } from '../format/yen';

/** The figures of an InterestCredited: opening × rate × openingMonths/12 + yenMonths × rate/12. */
export interface InterestFigures {
  rate: string;
  opening: number;
  openingMonths: number;
  yenMonths: number;
}

/** The parts of an interest before it is rounded up, as numbers to print. */
export interface InterestParts {
  fromOpening: string;
  fromCredits: string;
  exact: string;
}

// A rate is percent with one decimal: tenths of a percent over twelve months make parts of 12,000.
const PARTS = 12_000n;
const PRINTED = 100n;

/** Exact in whole parts of a yen, then cut to two decimals; … says that there are more. */
export function interestParts({ rate, opening, openingMonths, yenMonths }: InterestFigures): InterestParts {
  const tenths = BigInt(rate.replace('.', ''));
  const fromOpening = BigInt(opening) * BigInt(openingMonths) * tenths;
  const fromCredits = BigInt(yenMonths) * tenths;
  return {
    fromOpening: printed(fromOpening),
    fromCredits: printed(fromCredits),
    exact: printed(fromOpening + fromCredits),
  };
}

function printed(parts: bigint): string {
  const hundredths = (parts * PRINTED) / PARTS;
  const cut = (parts * PRINTED) % PARTS !== 0n;
  const fraction = String(hundredths % PRINTED).padStart(2, '0');
  const shown = cut ? `.${fraction}…` : `.${fraction}`.replace(/\.?0+$/, '');
  return groupedNumber(Number(hundredths / PRINTED)) + shown;
}
