import { useCohortStore } from '../stores/cohortStore';
import { useResultsStore } from '../stores/resultsStore';
import { isAbort } from '../workers/workerPool';
import { closeCohort, type DroppedFile, openFiles } from './openFiles';
import { pool } from './pool';
import { problemOf } from './problemOf';
import { startWork } from './work';

const demoSeed = 2561;

/** Makes the demo cohort in workers and opens it as if its folder had been dropped. */
export async function openDemo(): Promise<void> {
  closeCohort();
  try {
    await openFiles(await makeDemo());
  } catch (reason) {
    if (!isAbort(reason)) useCohortStore.setState({ problems: [problemOf(reason, 'Demo')] });
  } finally {
    useResultsStore.setState({ progress: null });
  }
}

async function makeDemo(): Promise<DroppedFile[]> {
  const signal = startWork();
  const { total, files: shared } = await pool.run('describeDemo', {}, { signal });
  let done = 0;
  const show = () =>
    useResultsStore.setState({ progress: { task: 'making-demo', done, total, current: '' } });
  show();
  const made = await Promise.all(
    Array.from({ length: total }, async (_, index) => {
      const { files } = await pool.run('makeDemoCase', { seed: demoSeed, index }, { signal });
      done++;
      show();
      return files;
    }),
  );
  return [...shared, ...made.flat()].map(({ path, blob }) => ({
    path,
    file: new File([blob], path.slice(path.lastIndexOf('/') + 1)),
  }));
}
