import { failure, type Problem, ProblemError } from '../domain/errors';

/** What to tell of a job that was rejected: bad input as it is, anything else as a failed worker. */
export function problemOf(reason: unknown, file: string): Problem {
  if (reason instanceof ProblemError) return reason.problem;
  const detail = reason instanceof Error ? reason.message : String(reason);
  return failure('worker-failed', file, { detail }).problem;
}
