/** A refusal of the server as problem+json (RFC 9457). */
export interface Problem {
  status: number;
  code: string;
  title?: string;
  detail?: string;
  /** What is wrong with which field of the request. */
  errors?: { field: string; code: string; message: string }[];
}

/** What a request ends with when it was not answered as hoped. */
export class ApiProblem extends Error {
  constructor(
    readonly problem: Problem,
    /** Seconds to wait before it is worth trying again. */
    readonly retryAfter?: number,
  ) {
    super(`${problem.status} ${problem.code}`);
  }
}

/** No answer came: the network or the server is away. */
export class Unreachable extends Error {}

export function hasStatus(error: unknown, status: number): boolean {
  return error instanceof ApiProblem && error.problem.status === status;
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof ApiProblem && error.problem.code === code;
}

/** The problem of an answer, also of one that a proxy wrote and that is no problem+json. */
export function problemOf(response: Response, body: unknown): ApiProblem {
  const written = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {};
  const problem = { ...written, status: response.status, code: written.code ?? 'unknown' };
  const seconds = Number(response.headers.get('Retry-After'));
  return seconds > 0 ? new ApiProblem(problem, seconds) : new ApiProblem(problem);
}
