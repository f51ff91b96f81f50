import { type Annotation, isCaseMark } from '../domain/annotation';
import type { VerdictSummary } from '../domain/caseReconstruction';
import { answerKey } from '../domain/cohort';
import { defaultTauMm } from '../domain/contourShift';
import { failure, type Problem, type Result, success } from '../domain/errors';
import { dimensionsOf, edgesMm, flatSpacing } from '../domain/geometry';
import type { LabelScheme } from '../domain/labelScheme';
import type { LesionProfileName } from '../domain/lesions';
import type { CaseMeasures } from '../domain/measures';
import { isProfileName, type ProfileName } from '../domain/profile';
import type { AnswerFailure, AnswerResult } from '../domain/results';
import { blobPieces } from './blobPieces';
import {
  finite,
  hexColor,
  type Json,
  type JsonRecord,
  list,
  NotAScoresFile,
  record,
  text,
  triple,
  whole,
  wholes,
} from './jsonShape';
import { readMeasures } from './readMeasures';
import { readReconstruction } from './readReconstruction';
import { readWarnings } from './readWarnings';
import { splitJson } from './splitJson';

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

function openedHead(json: Json): OpenedHead {
  const file = record(json, '$');
  if (file.format !== 'regionlens.scores') throw new NotAScoresFile('format');
  if (file.version !== 1) throw new NotAScoresFile(`version ${JSON.stringify(file.version)?.slice(0, 40)}`);
  if (!isProfileName(file.profile)) throw new NotAScoresFile('profile');
  list(file.cases, 'cases');
  return {
    profile: file.profile,
    scheme: readScheme(file.scheme, 'scheme'),
    ...failuresOf(file.failures),
    lesionProfile: null,
    tauMm: null,
    annotations: annotationsOf(file.marks),
    session: file.session,
  };
}

/** A scheme as scores files and sessions hold it. Throws NotAScoresFile with the first key that does not fit. */
export function readScheme(json: Json, at: string): LabelScheme {
  const scheme = record(json, at);
  return {
    name: typeof scheme.name === 'string' ? scheme.name : '',
    labels: list(scheme.labels, `${at}.labels`).map((item, index) => {
      const here = `${at}.labels[${index}]`;
      const label = record(item, here);
      const color = label.color === undefined ? {} : { color: hexColor(label.color, `${here}.color`) };
      return { value: whole(label.value, `${here}.value`), name: text(label.name, `${here}.name`), ...color };
    }),
    regions: list(scheme.regions, `${at}.regions`).map((item, index) => {
      const here = `${at}.regions[${index}]`;
      const region = record(item, here);
      return { name: text(region.name, `${here}.name`), labels: wholes(region.labels, `${here}.labels`) };
    }),
    regionsClassOrder: wholes(scheme.regionsClassOrder, `${at}.regionsClassOrder`),
    ignoreLabel: scheme.ignoreLabel === null ? null : whole(scheme.ignoreLabel, `${at}.ignoreLabel`),
  };
}

/** Adds one case to `part`, and to `head` what the file's cases say about all of them. */
function openCase(json: Json, at: string, head: OpenedHead, part: OpenedCases, known: Set<string>): void {
  const item = record(json, at);
  const result = answerResult(item, at);
  const key = answerKey(result.caseId, result.model);
  if (known.has(key))
    throw new NotAScoresFile(`${at}: ${result.caseId}, ${result.model} for the second time`);
  known.add(key);
  const { measures, tauMm, lesionProfile } = readMeasures(item, head.scheme.ignoreLabel, at);
  part.results[key] = result;
  // Before files said so, a single slice was measured as a slab of a thickness that nobody knew.
  const isSlab = dimensionsOf(result) === 2 && record(item.geometry, at).dimensions !== 2;
  if (measures && !isSlab) part.measures[key] = measures;
  const reconstruction = readReconstruction(item, at);
  if (reconstruction) part.reconstructions[key] = reconstruction;
  head.lesionProfile ??= lesionProfile;
  if (tauMm !== null && tauMm !== defaultTauMm(edgesMm(result))) head.tauMm = tauMm;
}

const failureKeys = ['case', 'model', 'file', 'code', 'message'];

/** Other writers may have none, or others: an entry that says less is passed over, the scores open in any case. */
function failuresOf(json: Json): Pick<OpenedHead, 'failures' | 'problems'> {
  const failures: OpenedHead['failures'] = {};
  const problems: Problem[] = [];
  for (const item of Array.isArray(json) ? json : []) {
    const facts = failureKeys.map((key) => (item as JsonRecord | null)?.[key]);
    if (!facts.every((fact) => typeof fact === 'string')) continue;
    const [caseId, model, file, code, message] = facts;
    const { problem } = failure('failed-before', file, { code, message });
    if (caseId === '') problems.push(problem);
    else failures[answerKey(caseId, model)] = { caseId, model, problem };
  }
  return { failures, problems };
}

/** Older files have no marks. */
function annotationsOf(json: Json): OpenedHead['annotations'] {
  if (json === undefined) return {};
  return Object.fromEntries(
    list(json, 'marks').map((item, index) => {
      const { case: id, mark, note } = record(item, `marks[${index}]`);
      const annotation = { mark: isCaseMark(mark) ? mark : null, note: text(note, `marks[${index}].note`) };
      return [text(id, `marks[${index}].case`), annotation];
    }),
  );
}

function answerResult(item: Record<string, Json>, at: string): AnswerResult {
  const geometry = record(item.geometry, `${at}.geometry`);
  const shape = triple(wholes(geometry.shape, `${at}.geometry.shape`), `${at}.geometry.shape`);
  const spacingMm = triple(geometry.spacingMm, `${at}.geometry.spacingMm`);
  const confusion = record(item.confusion, `${at}.confusion`);
  const labels = wholes(confusion.labels, `${at}.confusion.labels`);
  const counts = list(confusion.counts, `${at}.confusion.counts`).map((row) =>
    wholes(row, `${at}.confusion.counts`),
  );
  if (counts.length !== labels.length || counts.some((row) => row.length !== labels.length)) {
    throw new NotAScoresFile(`${at}.confusion.counts`);
  }
  if (new Set(labels).size < labels.length) throw new NotAScoresFile(`${at}.confusion.labels`);
  return {
    caseId: text(item.case, `${at}.case`),
    model: text(item.model, `${at}.model`),
    reference: fileFacts(item.reference, `${at}.reference`),
    prediction: fileFacts(item.prediction, `${at}.prediction`),
    shape,
    spacingMm: flatSpacing({ shape, spacingMm }),
    warnings: readWarnings(geometry.warnings, `${at}.geometry.warnings`),
    confusion: { labels, counts },
    ...(typeof item.paintKey === 'string' ? { paintKey: item.paintKey } : {}),
    ...(item.indistinct === undefined ? {} : { indistinct: classesOf(item.indistinct, `${at}.indistinct`) }),
  };
}

function classesOf(json: Json, at: string): number[][] {
  return list(json, at).map((values, index) => wholes(values, `${at}[${index}]`));
}

function fileFacts(json: Json, at: string) {
  const facts = record(json, at);
  const { modified: moment } = facts;
  const modified = moment === undefined ? {} : { modified: finite(moment, `${at}.modified`) };
  return { file: text(facts.file, `${at}.file`), bytes: whole(facts.bytes, `${at}.bytes`), ...modified };
}
