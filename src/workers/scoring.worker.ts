import type { ToWorker } from './protocol';
import { runJobs } from './runJobs';

declare const self: DedicatedWorkerGlobalScope;

const receive = runJobs((message, transfer) => self.postMessage(message, transfer));

self.onmessage = ({ data }: MessageEvent<ToWorker>) => receive(data);
