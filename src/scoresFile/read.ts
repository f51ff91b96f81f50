import * as v from 'valibot';
import type { Annotation } from '../domain/annotation';
import type { VerdictSummary } from '../domain/caseReconstruction';
import { answerKey } from '../domain/cohort';
import { defaultTauMm } from '../domain/contourShift';
import { failure, type Problem, type Result, success } from '../domain/errors';
import { dimensionsOf, edgesMm, flatSpacing } from '../domain/geometry';
import type { LabelScheme } from '../domain/labelScheme';
import type { LesionProfileName } from '../domain/lesions';
import type { CaseMeasures } from '../domain/measures';
import type { ProfileName } from '../domain/profile';
import type { AnswerFailure, AnswerResult, GeometryWarning } from '../domain/results';
import { blobPieces } from '../io/blobPieces';
import { NotAScoresFile } from '../io/notAScoresFile';
import { splitJson } from '../io/splitJson';
import { measuresOf } from './measuresOf';
import { caseSchema, fileSchema, type ScoresCase, type ScoresFile, warningKinds } from './schema';

/** Some cases of a scores file. */
export interface OpenedCases {
  /** By answerKey(caseId, model). */
  results: Record<string, AnswerResult>;
  /** By the same key; without those that were not measured. */
  measures: Record<string, CaseMeasures>;
  /** By the same key; without those that were not or cannot be checked. */
  reconstructions: Record<string, VerdictSummary>;
}

/** What a scores file says beside its cases. */
export interface OpenedHead {
  scheme: LabelScheme;
  profile: ProfileName;
  /** By answerKey: what could not be scored, as the file tells it. */
  failures: Record<string, AnswerFailure>;
  /** What went wrong that belongs to no case. */
  problems: Problem[];
  /** That the file's lesions were counted by; null when it has none. */
  lesionProfile: LesionProfileName | null;
  /** The file's τ; null when it is each case's default, or there is none. */
  tauMm: number | null;
  /** By case id; a mark that is not known is left out. */
  annotations: Record<string, Annotation>;
  /** What a session file adds, as it stands in the file. */
  session: unknown;
}

/** What a scores file brings back: everything else is derived from it as from fresh results. */
export type OpenedScores = OpenedHead & OpenedCases;

/** Measured cases take 20 to 300 kB each: the page takes in a part of so many in well under a frame or two. */
const casesAtOnce = 25;

/**
 * Reads and validates a scores file (docs/scores-file.md) of any length, and gives its cases in parts with the number
 * of all. 'bad-scores-file' names the first key that is missing or of another type, or the case that is there twice;
 * 'bad-json' what is no JSON; what was given before counts for nothing then. Keys that are not known are passed over.
 * Rejects with the signal's reason.
 */
export async function readScores(
  path: string,
  blob: Blob,
  take: (part: OpenedCases, total: number) => void,
  signal?: AbortSignal,
): Promise<Result<OpenedHead>> {
  try {
    // Twice: how cases are read depends on the scheme, which may stand behind them.
    const { rest, count } = await splitJson(blobPieces(blob), 'cases', null, signal);
    const head = openedHead(JSON.parse(rest));
    const known = new Set<string>();
    let part = noCases();
    await splitJson(
      blobPieces(blob),
      'cases',
      (text, index) => {
        openCase(JSON.parse(text), `cases[${index}]`, head, part, known);
        if ((index + 1) % casesAtOnce > 0 && index + 1 < count) return;
        take(part, count);
        part = noCases();
      },
      signal,
    );
    return success(head);
  } catch (reason) {
    if (reason instanceof SyntaxError) return failure('bad-json', path, { detail: reason.message });
    if (reason instanceof NotAScoresFile) return failure('bad-scores-file', path, { detail: reason.message });
    throw reason;
  }
}

function noCases(): OpenedCases {
  return { results: {}, measures: {}, reconstructions: {} };
}

/** True for a text that claims to be a scores file, so that other JSON files are left alone. */
export function isScoresText(text: string): boolean {
  return /"format"\s*:\s*"regionlens\.scores"/.test(text.slice(0, 1000));
}

function openedHead(json: unknown): OpenedHead {
  const { profile, scheme, failures, marks, session } = parsed(fileSchema, json, '');
  return {
    profile,
    scheme,
    ...failuresOf(failures),
    lesionProfile: null,
    tauMm: null,
    annotations: Object.fromEntries((marks ?? []).map(({ case: id, mark, note }) => [id, { mark, note }])),
    session,
  };
}

/** What the schema says of it. Throws NotAScoresFile with the place of the first value that does not fit. */
function parsed<Schema extends v.GenericSchema>(
  schema: Schema,
  json: unknown,
  at: string,
): v.InferOutput<Schema> {
  const { success, output, issues } = v.safeParse(schema, json, { abortEarly: true });
  if (success) return output;
  const [{ path = [], type, received }] = issues;
  const place = path.reduce(
    (before, { key }) => before + (typeof key === 'number' ? `[${key}]` : `${before && '.'}${key}`),
    at,
  );
  throw new NotAScoresFile(type === 'literal' ? `${place} ${received.slice(0, 40)}` : place);
}

/** Adds one case to `part`, and to `head` what the file's cases say about all of them. */
function openCase(json: unknown, at: string, head: OpenedHead, part: OpenedCases, known: Set<string>): void {
  const item = parsed(caseSchema, json, at);
  const result = answerResult(item);
  const key = answerKey(result.caseId, result.model);
  if (known.has(key))
    throw new NotAScoresFile(`${at}: ${result.caseId}, ${result.model} for the second time`);
  known.add(key);
  const { measures, tauMm, lesionProfile } = measuresOf(item, head.scheme.ignoreLabel, at);
  part.results[key] = result;
  // Before files said so, a single slice was measured as a slab of a thickness that nobody knew.
  const isSlab = dimensionsOf(result) === 2 && item.geometry.dimensions !== 2;
  if (measures && !isSlab) part.measures[key] = measures;
  const { reconstruction } = item;
  if (reconstruction) part.reconstructions[key] = { nearest: null, ...reconstruction };
  head.lesionProfile ??= lesionProfile;
  if (tauMm !== null && tauMm !== defaultTauMm(edgesMm(result))) head.tauMm = tauMm;
}

function failuresOf(entries: ScoresFile['failures']): Pick<OpenedHead, 'failures' | 'problems'> {
  const failures: OpenedHead['failures'] = {};
  const problems: Problem[] = [];
  for (const { case: caseId, model, file, code, message } of entries) {
    if (code === '') continue;
    const { problem } = failure('failed-before', file, { code, message });
    if (caseId === '') problems.push(problem);
    else failures[answerKey(caseId, model)] = { caseId, model, problem };
  }
  return { failures, problems };
}

function answerResult({ case: caseId, geometry, ...item }: ScoresCase): AnswerResult {
  const { model, reference, prediction, confusion, paintKey, indistinct } = item;
  const { shape, warnings } = geometry;
  return {
    caseId,
    model,
    reference,
    prediction,
    shape,
    spacingMm: flatSpacing(geometry),
    warnings: warnings.filter(({ kind }) => warningKinds.includes(kind)) as GeometryWarning[],
    confusion,
    ...(paintKey != null && { paintKey }),
    ...(indistinct && { indistinct }),
  };
}
