import { ProblemError } from '../domain/errors';
import { type Job, jobs } from './jobs';
import type { FromWorker, JobName, ToWorker } from './protocol';

declare const self: DedicatedWorkerGlobalScope;

const running = new Map<number, AbortController>();

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'cancel') running.get(data.id)?.abort();
  else void run(data);
};

async function run({ id, job, request }: Extract<ToWorker, { kind: 'run' }>): Promise<void> {
  const abort = new AbortController();
  running.set(id, abort);
  const send = (message: FromWorker, transfer: Transferable[] = []) => self.postMessage(message, transfer);
  try {
    const { perform, transfer } = jobs[job] as Job<JobName>;
    const response = await perform(request, {
      signal: abort.signal,
      report: (progress) => send({ kind: 'progress', id, progress }),
    });
    send({ kind: 'done', id, response }, transfer(response));
  } catch (reason) {
    if (reason instanceof ProblemError) send({ kind: 'failed', id, problem: reason.problem });
    else send({ kind: 'crashed', id, message: reason instanceof Error ? reason.message : String(reason) });
  } finally {
    running.delete(id);
  }
}
