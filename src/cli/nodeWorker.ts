import { Worker as Thread } from 'node:worker_threads';
import type { FromWorker, ToWorker } from '../workers/protocol';

/** A thread of Node in the shape that the pool knows from browsers; it keeps the program alive only at work. */
export function nodeWorker(script: URL): Worker {
  const thread = new Thread(script);
  const worker = {
    onmessage: null as ((event: { data: FromWorker }) => void) | null,
    onerror: null as ((event: { message: string }) => void) | null,
    postMessage: (message: ToWorker) => {
      if (message.kind === 'run') thread.ref();
      thread.postMessage(message);
    },
    terminate: () => void thread.terminate(),
  };
  thread.on('message', (data: FromWorker) => {
    if (data.kind !== 'progress') thread.unref();
    worker.onmessage?.({ data });
  });
  thread.on('error', (error) => worker.onerror?.({ message: error.message }));
  thread.on('exit', () => worker.onerror?.({ message: 'its thread ended' }));
  return worker as unknown as Worker;
}
