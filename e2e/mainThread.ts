// How much of a machine the page takes. What is measured with these runs alone (playwright.config.ts):
// beside other tests even processor time is longer, since the threads of a core share it.
import { type Browser, type CDPSession, type Page, test } from '@playwright/test';

/** Marks a test that measures time. */
export const alone = { tag: '@alone' };

/** What a person must never feel (issue 8). */
export const longestTaskMs = 100;

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds of processor time, without the waiting for a core that others use. */
  tdur?: number;
  args?: { name?: string };
}

/** The longest task of the page's main thread while `act` runs, in milliseconds of processor time. */
export async function longestTask(browser: Browser, page: Page, act: () => Promise<void>): Promise<number> {
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const mainThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  );
  const tasks = traceEvents.filter(
    (event) => /RunTask$/.test(event.name) && mainThreads.has(threadOf(event)),
  );
  if (tasks.length === 0) throw new Error('the trace has no task of the main thread');
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000));
}

/** A clock of the processor time (ms) that the page's main thread has spent, which other work does not lengthen. */
export async function mainThreadClock(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * metrics.find(({ name }) => name === 'TaskDuration')!.value;
  };
}

/** Megabytes that are still in use after the garbage was collected. */
export async function heapInUse(session: CDPSession): Promise<number> {
  for (let round = 0; round < 2; round++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 2 ** 20;
}

/** What an act takes that is repeated: what else the machine did meanwhile lengthens a single one (decision 14). */
export function median(milliseconds: number[]): number {
  return [...milliseconds].sort((first, second) => first - second)[Math.floor(milliseconds.length / 2)];
}

/** Keeps measured times with the test and prints them. */
export function noteTimes(type: string, milliseconds: number[]): void {
  const description = milliseconds.map((time) => time.toFixed(0)).join(', ');
  test.info().annotations.push({ type, description });
  console.log(`${type}: ${description} ms`);
}
