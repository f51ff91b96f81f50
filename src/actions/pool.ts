import { WorkerPool } from '../workers/workerPool';

/** One core stays free for the page. */
const workerCount = Math.max(1, (navigator.hardwareConcurrency || 2) - 1);

export const pool = new WorkerPool(
  workerCount,
  () => new Worker(new URL('../workers/scoring.worker.ts', import.meta.url), { type: 'module' }),
);
