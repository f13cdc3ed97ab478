import type { LocalDate } from '../format/dates';

/** A birth date as it is chosen, part by part; an empty part is not chosen yet. */
export interface BirthDateParts {
  year: string;
  month: string;
  day: string;
}

export const NOT_CHOSEN: BirthDateParts = { year: '', month: '', day: '' };

// Nobody younger works, and hardly anybody older waits for a pension.
const YOUNGEST = 14;
const OLDEST = 110;

/** The years to choose from, the likeliest near the beginning. */
export function yearsOfBirth(today: LocalDate): number[] {
  const newest = Number(today.slice(0, 4)) - YOUNGEST;
  return Array.from({ length: OLDEST - YOUNGEST + 1 }, (_, at) => newest - at);
}

/** What is wrong with a birth date: a day that exists, before today. */
export function birthDateFault(parts: BirthDateParts, today: LocalDate) {
  if (parts.year === '' || parts.month === '' || parts.day === '') {
    return 'birthDateMissing';
  }
  const date = dateOf(parts);
  if (!exists(date)) {
    return 'birthDateNoSuchDay';
  }
  return date < today ? undefined : 'birthDateNotPast';
}

/** Written as the services do; the parts must be without fault. */
export function dateOf({ year, month, day }: BirthDateParts): LocalDate {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

// A day too many rolls over into the next month.
function exists(date: LocalDate): boolean {
  const read = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date);
}
