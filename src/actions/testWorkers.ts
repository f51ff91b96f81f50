import type { FromWorker, ToWorker } from '../workers/protocol';
import { runJobs } from '../workers/runJobs';

/** A worker in the test's own thread: what it is told goes to `receive`, what that answers comes back. */
function workerOf(receive: (message: ToWorker, answer: (message: FromWorker) => void) => void): Worker {
  const worker = {
    onmessage: null as ((event: { data: FromWorker }) => void) | null,
    postMessage: (message: ToWorker) => receive(message, (data) => worker.onmessage?.({ data })),
    terminate: () => {},
    addEventListener: () => {},
  };
  return worker as unknown as Worker;
}

/** Takes every job and finishes none. */
export const idleWorker = () => workerOf(() => {});

/** Does the jobs as the page's workers do. */
export function busyWorker(): Worker {
  let answer: (message: FromWorker) => void = () => {};
  const perform = runJobs((message) => answer(message));
  return workerOf((message, answerTo) => {
    answer = answerTo;
    perform(message);
  });
}

/** Answers jobs as `run` says: with a response, or with a promise of one. */
export const workerThat = (run: (job: string, request: never) => unknown) => () =>
  workerOf((message, answer) => {
    if (message.kind !== 'run') return;
    void Promise.resolve(run(message.job, message.request as never)).then((response) =>
      answer({ kind: 'done', id: message.id, response } as FromWorker),
    );
  });
