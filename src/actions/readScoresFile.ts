import { type Result, success } from '../domain/errors';
import { isScoresText, type OpenedCases, type OpenedScores } from '../scoresFile/read';
import { useWorkStore } from '../stores/workStore';
import { pool } from './pool';
import { isCurrent, startWork } from './work';

/** A file that claims to be scores does so within its first letters. */
const startBytes = 4000;

/**
 * Reads a scores file or a report beside the page; null when it is neither, and one that is broken says so.
 * Rejects when it is cancelled.
 */
export async function readScoresFile(path: string, file: File): Promise<Result<OpenedScores> | null> {
  const isReport = /\.html?$/i.test(path);
  const isScores = /\.json$/i.test(path) && isScoresText(await startOf(file));
  if (!isReport && !isScores) return null;
  const signal = startWork();
  const cases: OpenedCases = { results: {}, measures: {}, reconstructions: {} };
  const show = (done: number, total: number) =>
    useWorkStore.setState({ progress: { task: 'reading-scores', done, total, current: file.name } });
  show(0, 0);
  let done = 0;
  try {
    const { opened } = await pool.run(
      'readScores',
      { file: { path, blob: file } },
      {
        signal,
        priority: 1,
        onPart: ({ total, results, measures, reconstructions }) => {
          Object.assign(cases.results, results);
          Object.assign(cases.measures, measures);
          Object.assign(cases.reconstructions, reconstructions);
          done += Object.keys(results).length;
          show(done, total);
        },
      },
    );
    return opened?.ok ? success({ ...opened.value, ...cases }) : opened;
  } finally {
    if (isCurrent(signal)) useWorkStore.setState({ progress: null });
  }
}

function startOf(file: File): Promise<string> {
  return file
    .slice(0, startBytes)
    .text()
    .catch(() => '');
}
