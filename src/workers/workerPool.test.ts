import { describe, expect, test, vi } from 'vitest';
import { ProblemError } from '../domain/errors';
import type { FromWorker, ToWorker } from './protocol';
import { isAbort, WorkerPool } from './workerPool';

/** A worker that does nothing by itself: the test answers for it. */
class SilentWorker {
  static all: SilentWorker[] = [];
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  received: ToWorker[] = [];
  terminate = vi.fn();

  constructor() {
    SilentWorker.all.push(this);
  }

  postMessage(message: ToWorker): void {
    this.received.push(message);
  }

  answer(message: Omit<FromWorker, 'id'> & Record<string, unknown>): void {
    const { id } = this.received.findLast(({ kind }) => kind === 'run') as ToWorker;
    this.onmessage?.({ data: { ...message, id } as FromWorker });
  }
}

function poolOf(size: number): WorkerPool {
  SilentWorker.all = [];
  return new WorkerPool(size, () => new SilentWorker() as unknown as Worker);
}

const indexOf = (worker: SilentWorker) => {
  const runs = worker.received.filter((message) => message.kind === 'run');
  return runs.map(({ request }) => (request as { index: number }).index);
};

const demo = (index: number) => ({ seed: 1, index });

describe('the pool', () => {
  test('never runs more jobs at once than it has workers, and then takes the next', async () => {
    const pool = poolOf(2);
    const jobs = [0, 1, 2].map((index) => pool.run('makeDemoCase', demo(index)));
    expect(SilentWorker.all).toHaveLength(2);
    SilentWorker.all[1].answer({ kind: 'done', response: { files: [] } });
    await jobs[1];
    expect(SilentWorker.all.map(indexOf)).toEqual([[0], [1, 2]]);
  });

  test('lets what is on screen go first', () => {
    const pool = poolOf(1);
    void pool.run('makeDemoCase', demo(0));
    void pool.run('makeDemoCase', demo(1));
    void pool.run('makeDemoCase', demo(2), { priority: 2 });
    SilentWorker.all[0].answer({ kind: 'done', response: { files: [] } });
    expect(indexOf(SilentWorker.all[0])).toEqual([0, 2]);
  });

  test('tells the worker of a cancelled job, and never starts one that still waited', async () => {
    const pool = poolOf(1);
    const abort = new AbortController();
    const options = { signal: abort.signal };
    const rejections = [0, 1].map((index) =>
      pool.run('makeDemoCase', demo(index), options).catch((reason: unknown) => isAbort(reason)),
    );
    abort.abort();
    expect(await Promise.all(rejections)).toEqual([true, true]);
    expect(SilentWorker.all[0].received.map(({ kind }) => kind)).toEqual(['run', 'cancel']);
  });

  test('passes bad input on as a problem', async () => {
    const pool = poolOf(1);
    const job = pool.run('makeDemoCase', demo(0));
    const problem = { code: 'empty-file', file: 'a.nii', facts: {} };
    SilentWorker.all[0].answer({ kind: 'failed', problem });
    await expect(job).rejects.toThrow(ProblemError);
  });

  test('does the job of a worker that died once again, and goes on with a new one', async () => {
    const pool = poolOf(1);
    const jobs = [0, 1].map((index) => pool.run('makeDemoCase', demo(index)));
    SilentWorker.all[0].onerror?.({ message: 'out of memory' });
    SilentWorker.all[0].onerror?.({ message: 'told twice' });
    expect(SilentWorker.all).toHaveLength(2);
    for (const job of jobs) {
      SilentWorker.all[1].answer({ kind: 'done', response: { files: [] } });
      await expect(job).resolves.toEqual({ files: [] });
    }
    expect(indexOf(SilentWorker.all[1])).toEqual([0, 1]);
  });

  test('fails a job over which two workers died, and no other', async () => {
    const pool = poolOf(1);
    const jobs = [0, 1].map((index) => pool.run('makeDemoCase', demo(index)));
    SilentWorker.all[0].onerror?.({ message: 'out of memory' });
    SilentWorker.all[1].onerror?.({ message: 'out of memory' });
    await expect(jobs[0]).rejects.toThrow('out of memory');
    SilentWorker.all[2].answer({ kind: 'done', response: { files: [] } });
    await expect(jobs[1]).resolves.toEqual({ files: [] });
  });

  test('does not begin again what was cancelled before its worker died', async () => {
    const pool = poolOf(1);
    const abort = new AbortController();
    const job = pool.run('makeDemoCase', demo(0), { signal: abort.signal }).catch(isAbort);
    abort.abort();
    SilentWorker.all[0].onerror?.({ message: 'out of memory' });
    expect([await job, SilentWorker.all.length]).toEqual([true, 1]);
  });
});

test('a pause holds back long work but not what is on screen, and loses nothing', () => {
  const pool = poolOf(1);
  pool.pause();
  const request = {} as never;
  for (const priority of [0, -1, 2]) void pool.run('scoreCase', request, { priority }).catch(() => {});
  const started = () => SilentWorker.all[0]?.received.length ?? 0;
  expect(started()).toBe(1);
  SilentWorker.all[0].answer({ kind: 'done', response: {} });
  expect(started()).toBe(1);
  pool.resume();
  SilentWorker.all[0].answer({ kind: 'done', response: {} });
  expect(started()).toBe(3);
});
