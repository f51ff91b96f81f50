/**
 * Everything that can be wrong with what a person opens, by code, with the facts that its message needs.
 * Each code has a message in every language (i18n/messages/errors.ts). Bad input is returned as a Problem;
 * a bug throws.
 */
export interface ProblemFacts {
  'empty-file': Record<never, never>;
  'unreadable-file': { detail: string };
  'link-not-followed': Record<never, never>;
  'name-not-utf8': Record<never, never>;
  'truncated-gzip': Record<never, never>;
  'corrupt-gzip': { detail: string };
  'not-gzip': Record<never, never>;
  'not-nifti': Record<never, never>;
  'unsupported-format': { detail: string };
  'not-this-format': { format: string };
  'missing-header-line': { name: string };
  'bad-header-line': { line: string };
  'bad-directions': { directions: string };
  'missing-data-file': { dataFile: string };
  'unsupported-datatype': { datatype: number };
  'bad-dimensions': { dimensions: string };
  'not-3d': { dimensions: string };
  'too-large': { dimensions: string; megabytes: number };
  'truncated-data': { expectedBytes: number; foundBytes: number };
  /** `foundBytes` at least: nothing is read far beyond what is expected. */
  'surplus-data': { expectedBytes: number; foundBytes: number };
  'label-not-integer': { value: string; voxel: string };
  'label-out-of-range': { value: string; voxel: string };
  'grid-mismatch': {
    otherFile: string;
    shape: string;
    otherShape: string;
    spacing: string;
    otherSpacing: string;
  };
  'missing-reference': Record<never, never>;
  'missing-prediction': Record<never, never>;
  'duplicate-case': { otherFile: string };
  'bad-json': { detail: string };
  'bad-scheme': { detail: string };
  'scheme-no-labels': Record<never, never>;
  'scheme-label-not-integer': { label: string; value: string };
  'scheme-no-class-order': { regionCount: number };
  'scheme-order-length': { regionCount: number; orderLength: number };
  'bad-npz': { detail: string };
  'npz-without-array': { array: string; found: string };
  'softmax-count': { channels: number; needed: number };
  'softmax-without-box': { otherFile: string; shape: string; otherShape: string };
  'npz-shape': { shape: string };
  'probabilities-shape': { otherFile: string; shape: string; otherShape: string };
  'channel-count': { channels: number; regionCount: number };
  'too-many-regions': { regionCount: number; most: number };
  'masks-overlap': { region: string; otherRegion: string; otherFile: string };
  'masks-share-voxels': { regions: string };
  'segments-unclear': { segments: string; known: string };
  'segments-overlap': { segment: string; otherSegment: string };
  'channels-unclear': { channels: number; regions: string };
  'region-masks-mismatch': { found: string; needed: string };
  'bad-scores-file': { detail: string };
  'attributes-empty': Record<never, never>;
  'attributes-quote': { line: number };
  'attributes-no-ids': { columns: string };
  'nothing-recognised': { count: number };
  'not-recognised': Record<never, never>;
  /** Read from a scores file: the code of then, and its message in the language of then. */
  'failed-before': { code: string; message: string };
  'worker-failed': { detail: string };
  interrupted: Record<never, never>;
  cancelled: Record<never, never>;
}

export type ProblemCode = keyof ProblemFacts;

/** One thing wrong with one file: plain data, so that it crosses from worker to page. */
export type Problem = {
  [Code in ProblemCode]: { code: Code; file: string; facts: ProblemFacts[Code] };
}[ProblemCode];

export type Result<Value> = { ok: true; value: Value } | { ok: false; problem: Problem };

export function success<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

/** Of all facts of a problem together; a sentence of 500 characters has room for them. */
const MOST_FACT_CHARACTERS = 240;
/** Names of files are keys, too, and a message of then is whole. */
const wholeFacts: Record<string, number> = { otherFile: Number.POSITIVE_INFINITY, message: 480 };

/** A problem as a result. Facts come from files, so only the beginning of a long one is told. */
export function failure<Code extends ProblemCode>(
  code: Code,
  file: string,
  facts: ProblemFacts[Code],
): { ok: false; problem: Problem } {
  const entries = Object.entries<string | number>(facts);
  const texts = entries.filter(
    ([name, fact]) => typeof fact === 'string' && !Object.hasOwn(wholeFacts, name),
  );
  const told = entries.map(([name, fact]) => {
    const most = wholeFacts[name] ?? Math.floor(MOST_FACT_CHARACTERS / texts.length);
    const isLong = typeof fact === 'string' && fact.length > most;
    return [name, isLong ? `${fact.slice(0, most)}…` : fact];
  });
  return { ok: false, problem: { code, file, facts: Object.fromEntries(told) } as Problem };
}

/** A Problem on its way up through code that cannot return it, such as a stream; caught where files are read. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.file}`);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** The value of a result, or its problem thrown, for code that is itself caught where files are read. */
export function valueOrThrow<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new ProblemError(result.problem);
  return result.value;
}
