import { resultOf } from '../../io/resultOf';
import { isScoresText, readScores as readScoresBlob } from '../../scoresFile/read';
import { scoresOfReport } from '../../scoresFile/scoresOfReport';
import type { PartsContext, ReadScoresRequest, ReadScoresResponse, ScoresPart } from '../protocol';

/** A file that claims to be scores does so within its first letters. */
const startBytes = 4000;

/** Reads a scores file, alone or within a report; its cases are sent ahead in parts. */
export async function readScores(
  { file }: ReadScoresRequest,
  { signal, send }: PartsContext<ScoresPart>,
): Promise<ReadScoresResponse> {
  const { path, blob } = file;
  const scores = await resultOf(async () =>
    isScoresText(await textOf(blob.slice(0, startBytes))) ? blob : scoresOfReport(path, await textOf(blob)),
  );
  if (!scores.ok) return { opened: scores };
  if (scores.value === null) return { opened: null };
  return {
    opened: await readScoresBlob(path, scores.value, (part, total) => send({ ...part, total }), signal),
  };
}

/** '' for what cannot be read, or is longer than a text can be: then it is no report of ours. */
function textOf(blob: Blob): Promise<string> {
  return blob.text().catch(() => '');
}
