import { ProblemError, type Result, success } from '../domain/errors';

/** What `read` gives, or the problem that it threw; any other error is a bug and goes on. */
export async function resultOf<Value>(read: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return success(await read());
  } catch (error) {
    if (error instanceof ProblemError) return { ok: false, problem: error.problem };
    throw error;
  }
}
