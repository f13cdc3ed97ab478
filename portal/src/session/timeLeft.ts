import type { Session } from './session';

const WARNED_BEFORE = 2 * 60_000;
// A session never lasts a day: what seems longer or over is a browser whose clock is wrong, and is not counted down.
const LONGEST = 24 * 60 * 60_000;

/** When to warn and when it is over, in milliseconds from now; undefined where that cannot be told. */
export function timeLeft(session: Pick<Session, 'idleEndsAt' | 'endsAt'>, now: number) {
  const left = Math.min(Date.parse(session.idleEndsAt), Date.parse(session.endsAt)) - now;
  return left > 0 && left < LONGEST ? { untilWarning: Math.max(0, left - WARNED_BEFORE), untilEnd: left } : undefined;
}
