import { type Progress, useWorkStore } from '../stores/workStore';
import { isAbort } from '../workers/workerPool';
import { isCurrent } from './work';

const tickMs = 250;

/** Results reach the page in batches: drawing a cohort anew takes up to 100 ms, and workers need the core. */
const batchMs = 1000;

/** An estimate from less than this would jump about. */
const leastElapsedMs = 2000;

/** What long work tells as it goes. */
export interface WorkReport<Item> {
  add: (...items: Item[]) => void;
  begin: (current: string) => void;
  finishOne: () => void;
}

interface LongWork<Item> {
  task: Progress['task'];
  total: number;
  signal: AbortSignal;
  /** Puts a batch of results into its store. */
  publish: (items: Item[]) => void;
}

/** Does long work, publishes what it gives in batches, and shows how far it is; stops quietly when cancelled. */
export async function reportProgress<Item>(
  { task, total, signal, publish }: LongWork<Item>,
  work: (report: WorkReport<Item>) => Promise<void>,
): Promise<void> {
  let workedMs = 0;
  let lastMs = performance.now();
  let batch: Item[] = [];
  let done = 0;
  let current = '';
  let publishedMs = Number.NEGATIVE_INFINITY;
  const flush = () => {
    if (batch.length === 0) return;
    const items = batch;
    batch = [];
    publish(items);
    publishedMs = performance.now();
  };
  const tick = () => {
    const now = performance.now();
    if (now - publishedMs >= batchMs) flush();
    // What is held back takes no time.
    if (!useWorkStore.getState().isPaused) workedMs += now - lastMs;
    lastMs = now;
    if (!isCurrent(signal)) return;
    const secondsLeft = estimate(workedMs, done, total);
    useWorkStore.setState({ progress: { task, done, total, current, secondsLeft } });
  };
  tick();
  const timer = setInterval(tick, tickMs);
  // Whoever cancels may forget results next: none may come after that.
  signal.addEventListener('abort', flush, { once: true });
  try {
    await work({
      add: (...items) => {
        if (!signal.aborted) batch.push(...items);
      },
      begin: (name) => {
        current = name;
      },
      finishOne: () => {
        done++;
      },
    });
  } catch (reason) {
    if (!isAbort(reason)) throw reason;
  } finally {
    clearInterval(timer);
    signal.removeEventListener('abort', flush);
    flush();
    tick();
    if (isCurrent(signal)) useWorkStore.setState({ progress: null });
  }
}

function estimate(elapsedMs: number, done: number, total: number): number | null {
  if (done === 0 || elapsedMs < leastElapsedMs) return null;
  return (elapsedMs / done / 1000) * (total - done);
}
