import { isScoresText, readScores as readScoresText } from '../../io/readScores';
import { scoresOfReport } from '../../io/reportScores';
import { resultOf } from '../../io/resultOf';
import type { PartsContext, ReadScoresRequest, ReadScoresResponse, ScoresPart } from '../protocol';

/** Measured cases take 20 to 40 kB each: the page takes in a part of so many in well under a frame or two. */
const casesAtOnce = 25;

/** Reads a scores file, alone or within a report; its cases are sent ahead in parts. */
export async function readScores(
  { file }: ReadScoresRequest,
  { signal, send }: PartsContext<ScoresPart>,
): Promise<ReadScoresResponse> {
  const whole = await file.blob.text().catch(() => '');
  const carried = isScoresText(whole) ? null : await resultOf(() => scoresOfReport(file.path, whole));
  if (carried && !carried.ok) return { opened: carried };
  const text = carried ? carried.value : whole;
  const opened = text === null ? null : readScoresText(file.path, text);
  if (!opened?.ok) return { opened };
  const { results, measures, reconstructions, ...head } = opened.value;
  const keys = Object.keys(results);
  for (let start = 0; start < keys.length; start += casesAtOnce) {
    signal.throwIfAborted();
    const some = keys.slice(start, start + casesAtOnce);
    const part = { results: pick(results, some), measures: pick(measures, some) };
    send({ ...part, reconstructions: pick(reconstructions, some), total: keys.length });
  }
  return { opened: { ok: true, value: head } };
}

function pick<Value>(record: Record<string, Value>, keys: readonly string[]): Record<string, Value> {
  return Object.fromEntries(keys.flatMap((key) => (key in record ? [[key, record[key]]] : [])));
}
