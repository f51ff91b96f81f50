import { useCohortStore } from '../stores/cohortStore';
import { useSessionStore } from '../stores/sessionStore';
import { useWorkStore } from '../stores/workStore';
import { isAbort } from '../workers/workerPool';
import { closeCohort } from './opening/closeCohort';
import type { DroppedFile } from './opening/droppedFile';
import { openFiles } from './opening/openFiles';
import { pool } from './pool';
import { problemOf } from './problemOf';
import { recallDemo } from './session/recallSession';
import { startWork } from './work';

const demoSeed = 2561;

/** Makes the demo cohort in workers and opens it as if its folder had been dropped; one of before goes on. */
export async function openDemo(): Promise<void> {
  closeCohort();
  try {
    if (!(await recallDemo())) useSessionStore.setState({ demoSeed });
    await openFiles(await makeDemo(useSessionStore.getState().demoSeed ?? demoSeed));
  } catch (reason) {
    if (!isAbort(reason)) useCohortStore.setState({ problems: [problemOf(reason, 'Demo')] });
  } finally {
    useWorkStore.setState({ progress: null });
  }
}

/** The same seed gives the same files, so they all have the same date. */
export async function makeDemo(seed: number): Promise<DroppedFile[]> {
  const signal = startWork();
  const { total, files: shared } = await pool.run('describeDemo', {}, { signal });
  let done = 0;
  const show = () => useWorkStore.setState({ progress: { task: 'making-demo', done, total, current: '' } });
  show();
  const made = await Promise.all(
    Array.from({ length: total }, async (_, index) => {
      const { files } = await pool.run('makeDemoCase', { seed, index }, { signal });
      done++;
      show();
      return files;
    }),
  );
  return [...shared, ...made.flat()].map(({ path, blob }) => ({
    path,
    file: new File([blob], path.slice(path.lastIndexOf('/') + 1), { lastModified: 0 }),
  }));
}
