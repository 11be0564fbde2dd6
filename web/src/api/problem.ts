import { type Problem, problem } from '@superbill/contract';

/**
 * A refusal as the screens meet it: the server's code and words, or one of our own when no answer came.
 * `at` names the field of the request (`patient.birthDate`) or the id it is about.
 */
export class ApiProblem extends Error {
  readonly code: string;
  /** The HTTP status; 0 when the server did not answer. */
  readonly status: number;
  readonly at: string | undefined;
  readonly nextStep: string | undefined;
  /** Seconds after which the server listens again, where it said so. */
  readonly retryAfter: number | undefined;

  constructor(status: number, { code, message, at, nextStep }: Problem, retryAfter?: number) {
    super(message);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.at = at;
    this.nextStep = nextStep;
    this.retryAfter = retryAfter;
  }
}

/** The request may or may not have arrived: it can be repeated with the same idempotency key. */
export function noAnswer(): ApiProblem {
  return new ApiProblem(0, {
    code: 'network.no-answer',
    message: 'The server did not answer.',
    nextStep: 'Check that Superbill is running and that this computer is connected, then try again.',
  });
}

/** Reads the body of a refusal; a body that is not ours (a proxy's page) still becomes words. */
export function refusal(status: number, body: unknown, retryAfter?: number): ApiProblem {
  const read = problem.safeParse(body);
  if (read.success) return new ApiProblem(status, read.data, retryAfter);
  return new ApiProblem(status, {
    code: 'network.unreadable-refusal',
    message: `The server refused with status ${status}.`,
    nextStep: 'Try again; if it stays, tell your administrator the time and what you were doing.',
  });
}

export function isProblem(value: unknown): value is ApiProblem {
  return value instanceof ApiProblem;
}
