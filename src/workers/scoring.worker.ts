import type { FromWorker, ToWorker } from './protocol';
import { runJobs } from './runJobs';

declare const self: DedicatedWorkerGlobalScope;

const receive = runJobs((message, transfer) => self.postMessage(message, transfer));

self.onmessage = ({ data }: MessageEvent<ToWorker>) => receive(data);

// A worker that the browser ends (memory, a crash) says nothing; its lock, held for life, is then given away.
const lock = crypto.randomUUID();
void navigator.locks?.request(lock, () => {
  self.postMessage({ kind: 'alive', id: 0, lock } satisfies FromWorker);
  return new Promise(() => {});
});
