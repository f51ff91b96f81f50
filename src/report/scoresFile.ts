import type { Annotation } from '../domain/annotation';
import type { UncheckableReason, VerdictSummary } from '../domain/caseReconstruction';
import { answerKey } from '../domain/cohort';
import { isLeftOut } from '../domain/cohortRow';
import type { Problem } from '../domain/errors';
import { dimensionsOf } from '../domain/geometry';
import { type LabelScheme, maskKey } from '../domain/labelScheme';
import type { ProfileName } from '../domain/profile';
import type { AnswerFailure, CaseScores, Counts, GapAccount } from '../domain/results';
import type { CountKey, ErrorCountKey, GapKey, ScoresCase, ScoresFile } from '../domain/scoresFile';
import {
  distanceNumbers,
  lesionNumbers,
  maybeNumbers,
  overlapNumbers,
  surfaceNumbers,
} from './structureNumbers';

/** Everything that the scores file holds; `messageOf` words a failure for a reader. */
export interface ScoredCohort {
  producer: string;
  scheme: LabelScheme;
  profile: ProfileName;
  scores: CaseScores[];
  failures: AnswerFailure[];
  /** By answerKey: the verdict, or why there can be none; a missing one was not looked for. */
  reconstructions?: Readonly<Record<string, VerdictSummary | UncheckableReason>>;
  /** By case id. */
  annotations?: Readonly<Record<string, Annotation>>;
  messageOf: (failure: AnswerFailure) => string;
}

/** The document of docs/scores-file.md, ready to be serialised. */
export function scoresFile(cohort: ScoredCohort): ScoresFile {
  const { name, labels, regions, regionsClassOrder, ignoreLabel } = cohort.scheme;
  return {
    format: 'regionlens.scores',
    version: 1,
    producer: cohort.producer,
    profile: cohort.profile,
    scheme: { name, labels, regions, regionsClassOrder, ignoreLabel },
    cases: cohort.scores.map((scores) =>
      scoresCase(scores, cohort.reconstructions?.[answerKey(scores.result.caseId, scores.result.model)]),
    ),
    failures: cohort.failures.map((failed) => ({
      case: failed.caseId,
      model: failed.model,
      file: failed.problem.file,
      code: codeOf(failed.problem),
      message: cohort.messageOf(failed),
    })),
    marks: Object.entries(cohort.annotations ?? {}).map(([id, { mark, note }]) => ({ case: id, mark, note })),
  };
}

/** The failure of a file that was opened and is saved again keeps its code. */
function codeOf(problem: Problem): string {
  return problem.code === 'failed-before' ? problem.facts.code : problem.code;
}

function reconstructionOf(
  known: VerdictSummary | UncheckableReason | undefined,
): Pick<ScoresCase, 'reconstruction' | 'reconstructionReason'> {
  if (typeof known === 'object') return { reconstruction: known };
  return { reconstruction: null, reconstructionReason: known ?? 'not-computed' };
}

/** One case of the document; `known` is the verdict on its reconstruction, or why there can be none. */
export function scoresCase(
  { result, measures, structures, pairs }: CaseScores,
  known?: VerdictSummary | UncheckableReason,
): ScoresCase {
  return {
    case: result.caseId,
    model: result.model,
    reference: result.reference,
    prediction: result.prediction,
    geometry: {
      dimensions: dimensionsOf(result),
      shape: result.shape,
      spacingMm: result.spacingMm,
      warnings: result.warnings,
    },
    confusion: result.confusion,
    ...(result.paintKey === undefined ? {} : { paintKey: result.paintKey }),
    ...(result.indistinct === undefined ? {} : { indistinct: result.indistinct }),
    structures: structures.map((scores) => ({
      ...scores.structure,
      ...maybeNumbers(countNumbers(scores.overlap), 'left-out'),
      ...overlapNumbers(scores),
      ...surfaceNumbers(
        scores.surface,
        measures?.surfaces[maskKey(scores.structure.labels)],
        measures?.onlyTauMm ?? null,
      ),
      ...lesionNumbers(scores.lesions, isLeftOut(scores.overlap) ? 'left-out' : 'not-computed'),
    })),
    pairs: pairs.map(({ pair, account, distances, boundary, region, label }) => ({
      region: pair.region.name,
      label: pair.label.labels[0],
      ...maybeNumbers(errorNumbers(account), 'left-out'),
      ...maybeNumbers(gapNumbers(account), isLeftOut(region) || isLeftOut(label) ? 'left-out' : 'both-empty'),
      ...distanceNumbers(distances, boundary, measures?.onlyTauMm ?? null),
    })),
    ...reconstructionOf(known),
  };
}

/**
 * The text of a document around its cases, and of each case in its place: one document may be longer than a text
 * can be, so it is written piece by piece.
 */
export function scoresText(document: ScoresFile, indent: number) {
  const whole = JSON.stringify({ ...document, cases: [] }, null, indent);
  const place = whole.indexOf('[', whole.indexOf('"cases":')) + 1;
  const newLine = indent > 0 ? `\n${' '.repeat(2 * indent)}` : '';
  return {
    before: whole.slice(0, place),
    caseText: (item: ScoresCase, isFirst: boolean) =>
      (isFirst ? '' : ',') + newLine + JSON.stringify(item, null, indent).replaceAll('\n', newLine),
    after: (indent > 0 ? `\n${' '.repeat(indent)}` : '') + whole.slice(place),
  };
}

function countNumbers({ tp, fp, fn, tn }: Counts): Record<CountKey, number> {
  return { tp, fp, fn, tn };
}

function errorNumbers({
  sharedVoxels,
  childVoxels,
  relievedVoxels,
}: GapAccount): Record<ErrorCountKey, number> {
  return { sharedVoxels, childVoxels, relievedVoxels };
}

function gapNumbers(account: GapAccount): Record<GapKey, number> {
  const { regionDice, labelDice, gap, volumeEffect, accumulatedError, relief } = account;
  return { regionDice, labelDice, gap, volumeEffect, accumulatedError, relief };
}
