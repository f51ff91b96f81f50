import { absenceOf, isLeftOut } from './cohortRow';
import type { Dimensions } from './geometry';
import type { MaybeNumber, NoNumberReason } from './noNumber';
import type { Counts, OverlapScores, PairScores, StructureScores } from './results';
import type { SurfaceDistance } from './surfaceDistances';

/** A score of one answer; where it does not exist it is NaN and `reason`, as far as there is one, says why. */
export interface ScoreNumber {
  value: number;
  reason: NoNumberReason | null;
}

/** How a number is written: three decimals, the same with a sign, two decimals, or whole. */
export type ScoreForm = 'score' | 'signed' | 'measure' | 'count';

interface Kind<Scores> {
  /** Its public name: in links, sessions, tables that are saved, and the scores file. Its words have the same. */
  key: string;
  form: ScoreForm;
  unit: '' | 'mm' | 'mL' | 'cm²';
  take: (scores: Scores) => ScoreNumber;
}

/** Where a score of a structure stands, beside the table that is saved, which has all of them. */
export type ScorePlace =
  /** Beside the picture of a case. */
  | 'case'
  /** Where few must do: under the sentences of a case, and on its page of the report. */
  | 'brief'
  /** A column of the cohort. */
  | 'table'
  /** A mean over cases, on page, command line and in the report, and a score that ratings are held against. */
  | 'means';

export interface StructureScoreKind extends Kind<StructureScores> {
  /** What it follows from: the counts, or what has to be measured. */
  from: 'overlap' | 'surface' | 'lesions';
  /** null where that is no question. */
  better: 'more' | 'less' | 'zero' | null;
  /** What it depends on beside the convention of empty structures. */
  needs: 'tau' | 'lesions' | null;
  group: 'dice' | 'surfaces' | 'lesions' | 'volumes';
  places: readonly ScorePlace[];
}

interface PairScoreKind extends Kind<PairScores> {
  group: 'gap' | 'causes' | 'shifts';
}

/** Every score of a structure once. A new one is a line here, its words in i18n/messages/scoreKinds.ts. */
export const structureScores = [
  ofCounts('dice', 'more', ['case', 'brief', 'table', 'means'], ({ dice }) => dice),
  ofCounts('iou', 'more', ['case'], ({ iou }) => iou),
  ofCounts('precision', 'more', ['case'], ({ precision }) => precision),
  ofCounts('recall', 'more', ['case'], ({ recall }) => recall),
  ofCounts('specificity', 'more', [], ({ specificity }) => specificity, 'no-background'),
  ofSize('referenceMl', 3, ['case', 'table'], ({ referenceSize }) => referenceSize),
  ofSize('predictionMl', 3, ['case', 'table'], ({ predictionSize }) => predictionSize),
  ofSize('volumeDifferenceMl', 3, [], ({ sizeDifference }) => sizeDifference),
  ofSize('absoluteVolumeDifferenceMl', 3, [], ({ absoluteSizeDifference }) => absoluteSizeDifference),
  ofSize('referenceCm2', 2, ['case', 'table'], ({ referenceSize }) => referenceSize),
  ofSize('predictionCm2', 2, ['case', 'table'], ({ predictionSize }) => predictionSize),
  ofSize('areaDifferenceCm2', 2, [], ({ sizeDifference }) => sizeDifference),
  ofSize('absoluteAreaDifferenceCm2', 2, [], ({ absoluteSizeDifference }) => absoluteSizeDifference),
  ofCounts(
    'relativeVolumeDifference',
    'zero',
    ['table', 'means'],
    ({ relativeVolumeDifference }) => relativeVolumeDifference,
  ),
  ofSurface('hd95Mm', 'mm', ['case', 'brief', 'table', 'means']),
  ofSurface('hd100Mm', 'mm', ['case']),
  ofSurface('nsd', '', ['case', 'brief', 'table', 'means']),
  ofSurface('asdReferenceToPredictionMm', 'mm', ['case']),
  ofSurface('asdPredictionToReferenceMm', 'mm', ['case']),
  ofSurface('assdMm', 'mm', ['case', 'table', 'means']),
  ofLesions('lesionDice', 'score', 'more', ['case', 'table', 'means'], ({ dice }) => dice),
  ofLesions('lesionHd95Mm', 'measure', 'less', ['case', 'means'], ({ hd95Mm }) => hd95Mm),
  ofLesions('lesionsFound', 'count', 'more', ['case'], ({ truePositives }) => truePositives),
  ofLesions('lesionsMissed', 'count', 'less', ['case', 'table'], ({ falseNegatives }) => falseNegatives),
  ofLesions('lesionsExtra', 'count', 'less', ['case', 'table'], ({ falsePositives }) => falsePositives),
] as const satisfies readonly StructureScoreKind[];

/** What the gap of a region and its label is made of. */
export const pairScores = [
  ofAccount('gap', 'gap', ({ gap }) => gap),
  ofAccount('volumeEffect', 'causes', ({ volumeEffect }) => volumeEffect),
  ofAccount('accumulatedError', 'causes', ({ accumulatedError }) => accumulatedError),
  // Shown as it enters the gap, so that the three parts of a row add up to it.
  ofAccount('relief', 'causes', ({ relief }) => (relief === 0 ? 0 : -relief)),
  ofDistances('regionShiftMm', 'mm', ({ region }) => region.meanMm),
  ofDistances('labelShiftMm', 'mm', ({ label }) => label.meanMm),
  ofDistances('shapePart', '', ({ shapePart }) => shapePart),
  ofDistances('accuracyPart', '', ({ accuracyPart }) => accuracyPart),
] as const satisfies readonly PairScoreKind[];

export type StructureScoreKey = (typeof structureScores)[number]['key'];
export type PairScoreKey = (typeof pairScores)[number]['key'];
export type ScoreKey = StructureScoreKey | PairScoreKey;

export type StructureScore = StructureScoreKind & { key: StructureScoreKey };

/** The scores of structures that have a place there, in their order. */
export function scoresAt(place: ScorePlace): StructureScore[] {
  const all: readonly StructureScore[] = structureScores;
  return all.filter(({ places }) => places.includes(place));
}

/** The scores of pairs in a group, in their order. */
export function pairScoresIn<Group extends PairScoreKind['group']>(group: Group) {
  return pairScores.filter(
    (kind): kind is Extract<(typeof pairScores)[number], { group: Group }> => kind.group === group,
  );
}

/** `reason` says why it may not exist where that is no empty structure. */
function ofCounts<Key extends string>(
  key: Key,
  better: StructureScoreKind['better'],
  places: readonly ScorePlace[],
  take: (overlap: OverlapScores) => number,
  reason?: NoNumberReason,
) {
  return {
    key,
    from: 'overlap',
    better,
    places,
    unit: '',
    needs: null,
    form: better === 'zero' ? 'signed' : 'score',
    group: better === 'zero' ? 'volumes' : 'dice',
    take: ({ overlap }: StructureScores) =>
      number(take(overlap), whyLeftOut(overlap) ?? reason ?? absenceOf(overlap)),
  } as const;
}

/** Volumes and areas never share a column, so nothing averages or compares them. */
function ofSize<Key extends string, Count extends Dimensions>(
  key: Key,
  dimensions: Count,
  places: readonly ScorePlace[],
  take: (overlap: OverlapScores) => number,
) {
  return {
    key,
    from: 'overlap',
    form: 'measure',
    better: null,
    places,
    needs: null,
    group: 'volumes',
    unit: (dimensions === 3 ? 'mL' : 'cm²') as Count extends 3 ? 'mL' : 'cm²',
    take: ({ overlap }: StructureScores): ScoreNumber =>
      overlap.dimensions === dimensions
        ? number(take(overlap), whyLeftOut(overlap))
        : { value: Number.NaN, reason: 'other-dimensions' },
  } as const;
}

function ofSurface<Key extends SurfaceDistance | 'nsd', Unit extends 'mm' | ''>(
  key: Key,
  unit: Unit,
  places: readonly ScorePlace[],
) {
  return {
    key,
    from: 'surface',
    unit,
    places,
    group: 'surfaces',
    form: unit === 'mm' ? 'measure' : 'score',
    better: unit === 'mm' ? 'less' : 'more',
    needs: unit === 'mm' ? null : 'tau',
    take: ({ surface }: StructureScores) =>
      surface ? number(surface[key], surface.reason ?? 'not-computed') : notComputed,
  } as const;
}

function ofLesions<Key extends string>(
  key: Key,
  form: ScoreForm,
  better: 'more' | 'less',
  places: readonly ScorePlace[],
  take: (lesions: NonNullable<StructureScores['lesions']>) => number,
) {
  return {
    key,
    from: 'lesions',
    form,
    better,
    places,
    needs: 'lesions',
    group: 'lesions',
    unit: form === 'measure' ? 'mm' : '',
    take: ({ lesions, overlap }: StructureScores) => {
      if (lesions) return number(take(lesions), null);
      return number(Number.NaN, whyLeftOut(overlap) ?? 'not-computed');
    },
  } as const;
}

function ofAccount<Key extends string, Group extends 'gap' | 'causes'>(
  key: Key,
  group: Group,
  take: (account: PairScores['account']) => number,
) {
  return {
    key,
    group,
    form: 'signed',
    unit: '',
    take: ({ account, region, label }: PairScores) =>
      number(take(account), whyLeftOut(region) ?? absenceOf(label) ?? absenceOf(region)),
  } as const;
}

function ofDistances<Key extends string>(
  key: Key,
  unit: 'mm' | '',
  take: (distances: NonNullable<PairScores['distances']>) => MaybeNumber,
) {
  return {
    key,
    group: 'shifts',
    unit,
    form: unit === 'mm' ? 'measure' : 'signed',
    take: ({ distances }: PairScores) => (distances ? maybe(take(distances)) : notComputed),
  } as const;
}

export const notComputed: ScoreNumber = { value: Number.NaN, reason: 'not-computed' };

function number(value: number, reason: NoNumberReason | null): ScoreNumber {
  return Number.isFinite(value) ? { value, reason: null } : { value: Number.NaN, reason };
}

function maybe({ value, reason }: MaybeNumber): ScoreNumber {
  return number(value ?? Number.NaN, reason ?? null);
}

function whyLeftOut(counts: Counts): NoNumberReason | null {
  return isLeftOut(counts) ? 'left-out' : null;
}
