import { expect, it } from 'vitest';
import { birthDateFault, dateOf, NOT_CHOSEN, yearsOfBirth } from './birthDate';

const TODAY = '2025-05-26';
const of = (year: string, month: string, day: string) => ({ year, month, day });

it.each([
  [NOT_CHOSEN, 'birthDateMissing'],
  [of('2000', '2', ''), 'birthDateMissing'],
  [of('2000', '2', '29'), undefined],
  [of('2001', '2', '29'), 'birthDateNoSuchDay'],
  [of('2000', '4', '31'), 'birthDateNoSuchDay'],
  [of('2025', '5', '25'), undefined],
  [of('2025', '5', '26'), 'birthDateNotPast'],
])('%j: %s', (parts, fault) => {
  expect(birthDateFault(parts, TODAY)).toBe(fault);
});

it('is written as the services do', () => {
  expect(dateOf(of('2000', '2', '2'))).toBe('2000-02-02');
});

it('offers the years in which members were born, newest first', () => {
  const years = yearsOfBirth(TODAY);
  expect([years[0], years.at(-1)]).toEqual([2011, 1915]);
});
