import { ApiProblem, hasCode } from '../api/problem';
import type { Fault } from './form';

/** What the server found wrong with the fields of a form; undefined when that is not why it refused. */
export function refusedFields(error: unknown, fields: string[]): Record<string, Fault> | undefined {
  if (hasCode(error, 'login-id-taken')) {
    return { loginId: 'loginIdTaken' };
  }
  const errors = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  const known = errors.filter(({ field }) => fields.includes(field));
  return known.length === 0
    ? undefined
    : Object.fromEntries(known.map(({ field, message }) => [field, { said: message }]));
}
