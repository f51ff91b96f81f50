import { ProblemError } from '../domain/errors';
import { type Job, jobs } from './jobs';
import type { FromWorker, JobName, ToWorker } from './protocol';

/** Answers the messages of a pool: the same in a browser's worker and in a thread of Node. */
export function runJobs(
  send: (message: FromWorker, transfer: Transferable[]) => void,
): (message: ToWorker) => void {
  const running = new Map<number, AbortController>();

  async function run({ id, job, request }: Extract<ToWorker, { kind: 'run' }>): Promise<void> {
    const abort = new AbortController();
    running.set(id, abort);
    try {
      const { perform, transfer } = jobs[job] as Job<JobName>;
      const response = await perform(request, {
        signal: abort.signal,
        report: (progress) => send({ kind: 'progress', id, progress }, []),
        send: (part) => send({ kind: 'part', id, part }, []),
      });
      send({ kind: 'done', id, response }, transfer(response));
    } catch (reason) {
      if (reason instanceof ProblemError) send({ kind: 'failed', id, problem: reason.problem }, []);
      else
        send({ kind: 'crashed', id, message: reason instanceof Error ? reason.message : String(reason) }, []);
    } finally {
      running.delete(id);
    }
  }

  return (message) => {
    if (message.kind === 'cancel') running.get(message.id)?.abort();
    else void run(message);
  };
}
