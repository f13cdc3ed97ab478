import { ApiProblem, Unreachable } from '../api/problem';

interface Words {
  key: 'unreachable' | 'forbidden' | 'notFound' | 'conflict' | 'tooMany' | 'busy' | 'fault' | 'stale';
  /** Whether the server's own sentence says more than ours. */
  showsDetail: boolean;
  canBeTriedAgain: boolean;
}

const STALE: Words = { key: 'stale', showsDetail: false, canBeTriedAgain: false };
const FORBIDDEN: Words = { key: 'forbidden', showsDetail: false, canBeTriedAgain: false };
const NOT_FOUND: Words = { key: 'notFound', showsDetail: false, canBeTriedAgain: false };
const CONFLICT: Words = { key: 'conflict', showsDetail: true, canBeTriedAgain: false };
const TOO_MANY: Words = { key: 'tooMany', showsDetail: false, canBeTriedAgain: false };
const BUSY: Words = { key: 'busy', showsDetail: false, canBeTriedAgain: true };
const FAULT: Words = { key: 'fault', showsDetail: false, canBeTriedAgain: true };
const UNREACHABLE: Words = { key: 'unreachable', showsDetail: false, canBeTriedAgain: true };

const BY_STATUS: Record<number, Words> = {
  401: STALE,
  403: FORBIDDEN,
  404: NOT_FOUND,
  400: NOT_FOUND,
  409: CONFLICT,
  422: CONFLICT,
  429: TOO_MANY,
  502: BUSY,
  503: BUSY,
  504: BUSY,
};

/** Which of our sentences fits. */
export function wordsOf(error: unknown): Words {
  if (error instanceof Unreachable) {
    return UNREACHABLE;
  }
  if (!(error instanceof ApiProblem)) {
    return FAULT;
  }
  return error.problem.code === 'csrf-refused' ? STALE : (BY_STATUS[error.problem.status] ?? FAULT);
}
