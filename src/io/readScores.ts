import { type Annotation, isCaseMark } from '../domain/annotation';
import type { VerdictSummary } from '../domain/caseReconstruction';
import { resultKey } from '../domain/cohort';
import { defaultTauMm } from '../domain/contourShift';
import { failure, type Result, success } from '../domain/errors';
import type { LabelScheme } from '../domain/labelScheme';
import type { LesionProfileName } from '../domain/lesions';
import type { CaseMeasures } from '../domain/measures';
import { isProfileName, type ProfileName } from '../domain/profile';
import type { PairFailure, PairResult } from '../domain/results';
import {
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

/** What a scores file brings back: everything else is derived from it as from fresh results. */
export interface OpenedScores {
  scheme: LabelScheme;
  profile: ProfileName;
  /** By resultKey(caseId, model). */
  results: Record<string, PairResult>;
  /** By the same key: what could not be scored, as the file tells it. */
  failures: Record<string, PairFailure>;
  /** By the same key; without those that were not measured. */
  measures: Record<string, CaseMeasures>;
  /** By the same key; without those that were not or cannot be checked. */
  reconstructions: Record<string, VerdictSummary>;
  /** That the file's lesions were counted by; null when it has none. */
  lesionProfile: LesionProfileName | null;
  /** The file's τ; null when it is each case's default, or there is none. */
  tauMm: number | null;
  /** By case id; a mark that is not known is left out. */
  annotations: Record<string, Annotation>;
  /** What a session file adds, as it stands in the file. */
  session: unknown;
}

/**
 * Reads and validates a scores file (docs/scores-file.md). 'bad-scores-file' names the first key that is
 * missing or of another type; keys that are not known are passed over.
 */
export function readScores(path: string, text: string): Result<OpenedScores> {
  try {
    return success(openedScores(JSON.parse(text)));
  } catch (reason) {
    if (reason instanceof SyntaxError) return failure('bad-json', path, { detail: reason.message });
    if (reason instanceof NotAScoresFile) return failure('bad-scores-file', path, { detail: reason.message });
    throw reason;
  }
}

/** True for a text that claims to be a scores file, so that other JSON files are left alone. */
export function isScoresText(text: string): boolean {
  return /"format"\s*:\s*"regionlens\.scores"/.test(text.slice(0, 1000));
}

function openedScores(json: Json): OpenedScores {
  const file = record(json, '$');
  if (file.format !== 'regionlens.scores') throw new NotAScoresFile('format');
  if (file.version !== 1) throw new NotAScoresFile(`version ${String(file.version)}`);
  if (!isProfileName(file.profile)) throw new NotAScoresFile('profile');
  const scheme = record(file.scheme, 'scheme');
  const ignoreLabel = scheme.ignoreLabel === null ? null : whole(scheme.ignoreLabel, 'scheme.ignoreLabel');
  const opened: OpenedScores = {
    profile: file.profile,
    scheme: {
      name: typeof scheme.name === 'string' ? scheme.name : '',
      labels: list(scheme.labels, 'scheme.labels').map((item, index) => {
        const label = record(item, `scheme.labels[${index}]`);
        const color = typeof label.color === 'string' ? { color: label.color } : {};
        return { value: whole(label.value, 'value'), name: text(label.name, 'name'), ...color };
      }),
      regions: list(scheme.regions, 'scheme.regions').map((item, index) => {
        const region = record(item, `scheme.regions[${index}]`);
        return { name: text(region.name, 'name'), labels: wholes(region.labels, 'labels') };
      }),
      regionsClassOrder: wholes(scheme.regionsClassOrder, 'scheme.regionsClassOrder'),
      ignoreLabel,
    },
    results: {},
    failures: failuresOf(file.failures),
    measures: {},
    reconstructions: {},
    lesionProfile: null,
    tauMm: null,
    annotations: annotationsOf(file.marks),
    session: file.session,
  };
  list(file.cases, 'cases').forEach((json, index) => {
    const at = `cases[${index}]`;
    const item = record(json, at);
    const result = pairResult(item, at);
    const key = resultKey(result.caseId, result.model);
    const { measures, tauMm, lesionProfile } = readMeasures(item, ignoreLabel, at);
    opened.results[key] = result;
    if (measures) opened.measures[key] = measures;
    const reconstruction = readReconstruction(item, at);
    if (reconstruction) opened.reconstructions[key] = reconstruction;
    opened.lesionProfile ??= lesionProfile;
    if (tauMm !== null && tauMm !== defaultTauMm(result.spacingMm)) opened.tauMm = tauMm;
  });
  return opened;
}

const failureKeys = ['case', 'model', 'file', 'code', 'message'];

/** Other writers may have none, or others: an entry that says less is passed over, the scores open in any case. */
function failuresOf(json: Json): OpenedScores['failures'] {
  const failures: OpenedScores['failures'] = {};
  for (const item of Array.isArray(json) ? json : []) {
    const facts = failureKeys.map((key) => (item as JsonRecord | null)?.[key]);
    if (!facts.every((fact) => typeof fact === 'string')) continue;
    const [caseId, model, file, code, message] = facts;
    const { problem } = failure('failed-before', file, { code, message });
    failures[resultKey(caseId, model)] = { caseId, model, problem };
  }
  return failures;
}

/** Older files have no marks. */
function annotationsOf(json: Json): OpenedScores['annotations'] {
  if (json === undefined) return {};
  return Object.fromEntries(
    list(json, 'marks').map((item, index) => {
      const { case: id, mark, note } = record(item, `marks[${index}]`);
      const annotation = { mark: isCaseMark(mark) ? mark : null, note: text(note, `marks[${index}].note`) };
      return [text(id, `marks[${index}].case`), annotation];
    }),
  );
}

function pairResult(item: Record<string, Json>, at: string): PairResult {
  const geometry = record(item.geometry, `${at}.geometry`);
  const confusion = record(item.confusion, `${at}.confusion`);
  const labels = wholes(confusion.labels, `${at}.confusion.labels`);
  const counts = list(confusion.counts, `${at}.confusion.counts`).map((row) =>
    wholes(row, `${at}.confusion.counts`),
  );
  if (counts.length !== labels.length || counts.some((row) => row.length !== labels.length)) {
    throw new NotAScoresFile(`${at}.confusion.counts`);
  }
  return {
    caseId: text(item.case, `${at}.case`),
    model: text(item.model, `${at}.model`),
    reference: fileFacts(item.reference, `${at}.reference`),
    prediction: fileFacts(item.prediction, `${at}.prediction`),
    shape: triple(geometry.shape, `${at}.geometry.shape`),
    spacingMm: triple(geometry.spacingMm, `${at}.geometry.spacingMm`),
    warnings: list(geometry.warnings, `${at}.geometry.warnings`) as PairResult['warnings'],
    confusion: { labels, counts },
    ...(typeof item.paintKey === 'string' ? { paintKey: item.paintKey } : {}),
  };
}

function fileFacts(json: Json, at: string) {
  const facts = record(json, at);
  const modified = typeof facts.modified === 'number' ? { modified: facts.modified } : {};
  return { file: text(facts.file, `${at}.file`), bytes: whole(facts.bytes, `${at}.bytes`), ...modified };
}
