import { WorkerPool } from '../workers/workerPool';

/** One core stays free for the page; a second worker answers the screen while the first is busy. */
const workerCount = Math.max(2, (navigator.hardwareConcurrency || 2) - 1);

const startWorker = () =>
  new Worker(new URL('../workers/scoring.worker.ts', import.meta.url), { type: 'module' });

export const pool = new WorkerPool(workerCount, startWorker);

/** A worker of its own for what a key press waits for: measuring takes seconds and is not interrupted. */
export const promptPool = new WorkerPool(1, startWorker);
