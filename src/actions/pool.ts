import { WorkerPool } from '../workers/workerPool';

/** One core stays free for the page; a second worker answers the screen while the first is busy. */
const workerCount = Math.max(2, (navigator.hardwareConcurrency || 2) - 1);

export const pool = new WorkerPool(
  workerCount,
  () => new Worker(new URL('../workers/scoring.worker.ts', import.meta.url), { type: 'module' }),
);
