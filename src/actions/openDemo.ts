import { useResultsStore } from '../stores/resultsStore';
import { closeCohort, openFiles } from './openFiles';
import { pool } from './pool';

const demoSeed = 2561;

/** Makes the demo cohort in workers and opens it as if its folder had been dropped. */
export async function openDemo(): Promise<void> {
  closeCohort();
  const { total, files: shared } = await pool.run('describeDemo', {});
  const progress = { task: 'making-demo' as const, done: 0, total, current: '' };
  useResultsStore.setState({ progress: { ...progress } });
  const made = await Promise.all(
    Array.from({ length: total }, async (_, index) => {
      const { files } = await pool.run('makeDemoCase', { seed: demoSeed, index });
      progress.done++;
      useResultsStore.setState({ progress: { ...progress } });
      return files;
    }),
  );
  useResultsStore.setState({ progress: null });
  const named = [...shared, ...made.flat()].map(({ path, blob }) => ({
    path,
    file: new File([blob], path.slice(path.lastIndexOf('/') + 1)),
  }));
  await openFiles(named);
}
