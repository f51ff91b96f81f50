import type { Pace } from '../../actions/pace';
import { answerKey } from '../../domain/cohort';
import type { AnswerFailure, CaseScores } from '../../domain/results';
import type { ScoredCohort } from '../../scoresFile/write';
import { scoresCase, scoresFile } from '../../scoresFile/write';
import { blobInSteps } from '../parts/blobInSteps';
import type { ReportNames } from './reportNames';
import { withoutPaths } from './reportNames';

/** Larger scores leave out what only charts and another τ need; those that are still larger are compressed. */
const plainLetters = 6_000_000;

interface ScoresToKeep extends Omit<ScoredCohort, 'reconstructions'> {
  reconstructions: NonNullable<ScoredCohort['reconstructions']>;
}

/** The scores file for the inside of a report, in pieces of JSON: without paths, and without names if asked. */
export async function scoresPieces(
  kept: ScoresToKeep,
  names: ReportNames,
  pace: Pace,
  onCase: (done: number) => void,
): Promise<string[]> {
  const whole = await piecesOf(kept, names, pace, onCase, (scores) => scores);
  if (whole) return whole.pieces;
  const brief = await piecesOf(kept, names, pace, onCase, withoutCurves, Number.POSITIVE_INFINITY);
  if (!brief) throw new Error('no scores although there is no limit');
  return brief.letters <= plainLetters ? brief.pieces : packed(brief.pieces, pace);
}

/** null as soon as there are more letters than `mostLetters`. */
async function piecesOf(
  { scores, failures, reconstructions, annotations, ...head }: ScoresToKeep,
  names: ReportNames,
  pace: Pace,
  onCase: (done: number) => void,
  reduce: (scores: CaseScores) => CaseScores,
  mostLetters = plainLetters,
): Promise<{ pieces: string[]; letters: number } | null> {
  const failed = failures.map((item) => namedFailure(item, names));
  const {
    cases: _,
    failures: told,
    ...start
  } = scoresFile({
    ...head,
    scores: [],
    failures: failed,
    annotations: namedNotes(annotations ?? {}, names),
  });
  const pieces = [`${JSON.stringify(start).slice(0, -1)},"cases":[`];
  let letters = 0;
  for (const [index, item] of scores.entries()) {
    const named = withoutPaths(reduce(item), names);
    const known = reconstructions[answerKey(item.result.caseId, item.result.model)];
    const piece = `${index > 0 ? ',\n' : '\n'}${JSON.stringify(scoresCase(named, known))}`;
    pieces.push(piece);
    letters += piece.length;
    if (letters > mostLetters) return null;
    onCase(index + 1);
    await pace.rest();
  }
  pieces.push(`\n],"failures":${JSON.stringify(told)}}`);
  return { pieces, letters };
}

function namedNotes(annotations: NonNullable<ScoredCohort['annotations']>, names: ReportNames) {
  return Object.fromEntries(
    Object.entries(annotations).map(([id, { mark, note }]) => [
      names.of(id),
      { mark, note: names.hide(note) },
    ]),
  );
}

/** A failure tells its case and its sentence; what the sentence says of files is left out. */
function namedFailure({ caseId, model, problem }: AnswerFailure, names: ReportNames): AnswerFailure {
  return { caseId: names.of(caseId), model, problem: { ...problem, file: '' } };
}

/** One τ instead of all, and no list of single lesions: what a table shows stays. */
function withoutCurves(scores: CaseScores): CaseScores {
  const { measures, structures, tauMm } = scores;
  return {
    ...scores,
    measures: measures && { ...measures, onlyTauMm: tauMm },
    structures: structures.map((item) => ({
      ...item,
      lesions: item.lesions && { ...item.lesions, lesions: [], components: [] },
    })),
  };
}

/** Bytes are packed and spelt out so many at a time; a multiple of three, so that the pieces of base64 join. */
const bytesAtOnce = 300_000;

/** The pieces as one gzip in base64, in a JSON of its own (io/reportScores.ts unpacks it). */
async function packed(pieces: string[], pace: Pace): Promise<string[]> {
  const gzip = new CompressionStream('gzip');
  const packing = new Response(gzip.readable).blob();
  // Piece by piece: a whole blob would be piped through in one task.
  const writer = gzip.writable.getWriter();
  for (const part of partsOf(await blobInSteps(pieces, '', pace))) {
    await writer.write(new Uint8Array(await part.arrayBuffer()));
    await pace.rest();
  }
  await writer.close();
  const spelled: string[] = [];
  for (const part of partsOf(await packing)) {
    spelled.push(await base64Of(part));
    await pace.rest();
  }
  return ['{"format":"regionlens.scores.gzip","base64":"', ...spelled, '"}'];
}

function* partsOf(blob: Blob): Generator<Blob> {
  for (let start = 0; start < blob.size; start += bytesAtOnce) yield blob.slice(start, start + bytesAtOnce);
}

async function base64Of(bytes: Blob): Promise<string> {
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(bytes);
  });
  return address.slice(address.indexOf(',') + 1);
}
