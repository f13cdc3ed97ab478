import { ApiProblem, hasCode } from '../api/problem';
import type { Fault } from './form';

const OURS = {
  'password-common': 'passwordCommon',
  'password-is-login-id': 'passwordIsLoginId',
  'password-form': 'passwordMixed',
} as const satisfies Record<string, Fault>;

/** What the server found wrong with the fields of a form; undefined when that is not why it refused. */
export function refusedFields(error: unknown, fields: string[]): Record<string, Fault> | undefined {
  if (hasCode(error, 'login-id-taken')) {
    return { loginId: 'loginIdTaken' };
  }
  const errors = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  const known = errors.filter(({ field }) => fields.includes(field));
  if (known.length === 0) {
    return undefined;
  }
  return Object.fromEntries(known.map(({ field, code, message }) => [field, ours(code) ?? { said: message }]));
}

function ours(code: string): Fault | undefined {
  return code in OURS ? OURS[code as keyof typeof OURS] : undefined;
}
