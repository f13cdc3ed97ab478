import { expect, it } from 'vitest';
import { timeLeft } from './timeLeft';

const MINUTE = 60_000;
const now = Date.parse('2025-05-26T00:00:00Z');
const at = (minutes: number) => new Date(now + minutes * MINUTE).toISOString();

it('goes by whichever end comes first, and warns two minutes before it', () => {
  const left = { untilWarning: 28 * MINUTE, untilEnd: 30 * MINUTE };
  expect(timeLeft({ idleEndsAt: at(30), endsAt: at(480) }, now)).toEqual(left);
  expect(timeLeft({ idleEndsAt: at(480), endsAt: at(30) }, now)).toEqual(left);
});

it('warns at once when less than that is left', () => {
  expect(timeLeft({ idleEndsAt: at(1), endsAt: at(480) }, now)).toEqual({ untilWarning: 0, untilEnd: MINUTE });
});

it('counts nothing down by a clock that cannot be right', () => {
  expect(timeLeft({ idleEndsAt: at(-5), endsAt: at(480) }, now)).toBeUndefined();
  expect(timeLeft({ idleEndsAt: at(60 * 24 * 90), endsAt: at(60 * 24 * 90) }, now)).toBeUndefined();
});
