import { failure, type Result, success } from '../domain/errors';
import type { LabelScheme } from '../domain/labelScheme';
import { isProfileName, type ProfileName } from '../domain/profile';
import { resultKey } from '../domain/cohort';
import type { PairResult } from '../domain/results';

/** What a scores file brings back: everything else is derived from it as from fresh results. */
export interface OpenedScores {
  scheme: LabelScheme;
  profile: ProfileName;
  /** By resultKey(caseId, model). */
  results: Record<string, PairResult>;
}

/** The name of a key on the way down, for the message. */
class NotAScoresFile extends Error {}

type Json = unknown;

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
  return {
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
      ignoreLabel: scheme.ignoreLabel === null ? null : whole(scheme.ignoreLabel, 'scheme.ignoreLabel'),
    },
    results: Object.fromEntries(
      list(file.cases, 'cases').map((item, index) => {
        const result = pairResult(item, `cases[${index}]`);
        return [resultKey(result.caseId, result.model), result];
      }),
    ),
  };
}

function pairResult(json: Json, at: string): PairResult {
  const item = record(json, at);
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
  };
}

function fileFacts(json: Json, at: string) {
  const facts = record(json, at);
  return { file: text(facts.file, `${at}.file`), bytes: whole(facts.bytes, `${at}.bytes`) };
}

function record(json: Json, at: string): Record<string, Json> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new NotAScoresFile(at);
  return json as Record<string, Json>;
}

function list(json: Json, at: string): Json[] {
  if (!Array.isArray(json)) throw new NotAScoresFile(at);
  return json;
}

function text(json: Json, at: string): string {
  if (typeof json !== 'string') throw new NotAScoresFile(at);
  return json;
}

function whole(json: Json, at: string): number {
  if (!Number.isSafeInteger(json) || (json as number) < 0) throw new NotAScoresFile(at);
  return json as number;
}

function wholes(json: Json, at: string): number[] {
  return list(json, at).map((item, index) => whole(item, `${at}[${index}]`));
}

function triple(json: Json, at: string): [number, number, number] {
  const items = list(json, at);
  if (items.length !== 3 || !items.every((item) => typeof item === 'number' && item > 0)) {
    throw new NotAScoresFile(at);
  }
  return items as [number, number, number];
}
