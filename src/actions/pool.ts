import type { FromWorker } from '../workers/protocol';
import { WorkerPool } from '../workers/workerPool';

/** One core stays free for the page; a second worker answers the screen while the first is busy. */
const workerCount = Math.max(2, (navigator.hardwareConcurrency || 2) - 1);

function startBrowserWorker(): Worker {
  const worker = new Worker(new URL('../workers/scoring.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'alive') void navigator.locks.request(data.lock, () => tellOfEnd(worker));
  });
  return worker;
}

/** Asked for while the worker holds it, its lock comes to the page when the worker is gone, busy or not. */
function tellOfEnd(worker: Worker): void {
  worker.dispatchEvent(new ErrorEvent('error', { message: 'the browser ended its worker' }));
}

let startWorker = startBrowserWorker;

/** Takes workers of another kind than the browser's, for all that are started from now on. */
export function handInWorkers(start: () => Worker): void {
  startWorker = start;
}

export const pool = new WorkerPool(workerCount, () => startWorker());

/** A worker of its own for what a key press waits for: measuring takes seconds and is not interrupted. */
export const promptPool = new WorkerPool(1, () => startWorker());
