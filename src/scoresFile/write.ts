import type { Annotation } from '../domain/annotation';
import type { UncheckableReason, VerdictSummary } from '../domain/caseReconstruction';
import { answerKey } from '../domain/cohort';
import { isLeftOut } from '../domain/cohortRow';
import type { PairDistances } from '../domain/contourShift';
import type { Problem } from '../domain/errors';
import { dimensionsOf } from '../domain/geometry';
import { type LabelScheme, maskKey } from '../domain/labelScheme';
import type { LesionScores } from '../domain/lesions';
import type { CaseMeasures, SurfaceMeasure } from '../domain/measures';
import type { MaybeNumber, NoNumberReason } from '../domain/noNumber';
import type { ProfileName } from '../domain/profile';
import {
  type AnswerFailure,
  type CaseScores,
  gapNumbers,
  gapVoxels,
  type PairScores,
  type StructureScores,
  type StructureSurface,
} from '../domain/results';
import { structureScores } from '../domain/scoreKinds';
import { surfaceDistances } from '../domain/surfaceDistances';
import type { ScoresCase, ScoresFile, ScoresPair, ScoresStructure } from './schema';

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

/** One case of the document; `known` is the verdict on its reconstruction, or why there can be none. */
export function scoresCase(
  { result, measures, structures, pairs }: CaseScores,
  known: VerdictSummary | UncheckableReason | 'not-computed' = 'not-computed',
): ScoresCase {
  const { caseId, shape, spacingMm, warnings, ...facts } = result;
  return {
    case: caseId,
    ...facts,
    geometry: { dimensions: dimensionsOf(result), shape, spacingMm, warnings },
    structures: structures.map((scores) => structureOf(scores, measures)),
    pairs: pairs.map((scores) => pairOf(scores, measures?.onlyTauMm ?? null)),
    ...(typeof known === 'object'
      ? { reconstruction: known }
      : { reconstruction: null, reconstructionReason: known }),
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

type Absent<Key extends string> = { [K in Key]: null } & { [K in `${Key}Reason`]: NoNumberReason };
type Maybe<Key extends string> = { [K in Key]: number | null } & { [K in `${Key}Reason`]?: NoNumberReason };

/** Each key with null, and the reason beside it. */
function absent<const Key extends string>(reason: NoNumberReason, ...keys: Key[]): Absent<Key> {
  return Object.assign({}, ...keys.map((key) => ({ [key]: null, [`${key}Reason`]: reason })));
}

/** Each key with its number, or null and the reason beside it. */
function maybe<const Key extends string>(
  keys: readonly Key[],
  numberOf: (key: Key) => number,
  reason: NoNumberReason,
): Maybe<Key> {
  const entries = keys.map((key) => {
    const value = numberOf(key);
    return Number.isFinite(value) ? { [key]: value } : absent(reason, key);
  });
  return Object.assign({}, ...entries);
}

function structureOf(scores: StructureScores, measures: CaseMeasures | null): ScoresStructure {
  const { structure, overlap, surface, lesions } = scores;
  const absence = isLeftOut(overlap) ? 'left-out' : 'not-computed';
  const overlapScores = structureScores
    .filter(({ from }) => from === 'overlap')
    .map(({ key, take }) => ({ key, ...take(scores) }))
    // A volume has no key in two dimensions, nor an area in three.
    .filter(({ reason }) => reason !== 'other-dimensions')
    .map(({ key, value, reason }) => maybe([key], () => value, reason ?? 'not-computed'));
  return {
    ...structure,
    ...maybe(['tp', 'fp', 'fn', 'tn'], (key) => overlap[key], 'left-out'),
    ...Object.assign({}, ...overlapScores),
    ...surfaceOf(surface, measures?.surfaces[maskKey(structure.labels)], measures?.onlyTauMm ?? null),
    ...(lesions ? { lesions: lesionsOf(lesions) } : absent(absence, 'lesions')),
  };
}

/** The areas by distance stand there only where they hold for every τ. */
function surfaceOf(
  surface: StructureSurface | null,
  measure: SurfaceMeasure | undefined,
  onlyTauMm: number | null,
): Pick<ScoresStructure, 'surface' | 'surfaceReason'> {
  if (surface?.reason === 'left-out') return absent('left-out', 'surface');
  if (!surface || !measure) return absent('not-computed', 'surface');
  const reason = surface.reason ?? 'not-computed';
  return {
    surface: {
      ...maybe(surfaceDistances, (key) => surface[key], reason),
      nsd: [{ tauMm: surface.tauMm, ...maybe(['value'], () => surface.nsd, reason) }],
      ...(onlyTauMm === null && { areaMm2: measure.areaMm2, areaByDistance: measure.near }),
    },
  };
}

/** With the lesions behind them, where these are known. */
function lesionsOf({ lesions, components, ...totals }: LesionScores): ScoresStructure['lesions'] {
  const { truePositives, falsePositives, falseNegatives } = totals;
  const isListed =
    lesions.length + components.length > 0 || truePositives + falsePositives + falseNegatives === 0;
  return { ...totals, ...(isListed && { lesions, components }) };
}

function pairOf(
  { pair, account, distances, boundary, region, label }: PairScores,
  onlyTauMm: number | null,
): ScoresPair {
  return {
    region: pair.region.name,
    label: pair.label.labels[0],
    ...maybe(gapVoxels, (key) => account[key], 'left-out'),
    ...maybe(gapNumbers, (key) => account[key], [region, label].some(isLeftOut) ? 'left-out' : 'both-empty'),
    ...(boundary ? { boundary } : absent('not-computed', 'boundary')),
    ...(distances ? distancesOf(distances, onlyTauMm) : notMeasured),
  };
}

const notMeasured = absent(
  'not-computed',
  ...(['regionShiftMm', 'labelShiftMm', 'labelDiceAtRegionShift', 'shapePart', 'accuracyPart'] as const),
);

/** What a chart and another τ need as well, where it holds for every τ. */
function distancesOf({ region, label, ...distances }: PairDistances, onlyTauMm: number | null) {
  return {
    regionShiftMm: growAndShrink(region.growMm, region.shrinkMm),
    labelShiftMm: growAndShrink(label.growMm, label.shrinkMm),
    labelDiceAtRegionShift: growAndShrink(
      distances.labelDiceAtRegionShift.grow,
      distances.labelDiceAtRegionShift.shrink,
    ),
    ...given('shapePart', distances.shapePart),
    ...given('accuracyPart', distances.accuracyPart),
    ...(onlyTauMm === null && {
      ...(distances.boundary && { errorsByDistance: distances.boundary }),
      regionCurves: { grow: region.growCurve, shrink: region.shrinkCurve },
      labelCurves: { grow: label.growCurve, shrink: label.shrinkCurve },
    }),
  };
}

function growAndShrink(grow: MaybeNumber, shrink: MaybeNumber): Maybe<'grow' | 'shrink'> {
  return { ...given('grow', grow), ...given('shrink', shrink) };
}

function given<const Key extends string>(key: Key, { value, reason }: MaybeNumber): Maybe<Key> {
  return maybe([key], () => value ?? Number.NaN, reason ?? 'not-computed');
}
