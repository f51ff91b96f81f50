import type { ContourShift, PairDistances } from '../domain/contourShift';
import type { LesionScores } from '../domain/lesions';
import type { SurfaceMeasure } from '../domain/measures';
import type { MaybeNumber, NoNumberReason } from '../domain/noNumber';
import type { BoundarySplit, StructureScores, StructureSurface } from '../domain/results';
import { type AreaKey, type OverlapKey, structureScores, type VolumeKey } from '../domain/scoreKinds';
import type {
  MaybeNumbers,
  NoDistances,
  ScoresDistances,
  ScoresLesions,
  ScoresSurface,
} from '../domain/scoresFile';
import { eachDistance } from '../domain/surfaceDistances';

const notComputed = 'not-computed';

/** A key with its number, or null and the reason beside it. */
export function maybeNumber<Key extends string>(
  key: Key,
  value: number,
  reason: NoNumberReason,
): MaybeNumbers<Key> {
  const entry = Number.isFinite(value) ? { [key]: value } : { [key]: null, [`${key}Reason`]: reason };
  return entry as MaybeNumbers<Key>;
}

/** The same for several keys. */
export function maybeNumbers<Values extends Record<string, number>>(
  values: Values,
  reason: NoNumberReason,
): Values extends unknown ? MaybeNumbers<keyof Values & string> : never {
  const entries = Object.entries<number>(values).map(([key, value]) => maybeNumber(key, value, reason));
  return Object.assign({}, ...entries);
}

type OverlapNumbers = MaybeNumbers<OverlapKey> & (MaybeNumbers<VolumeKey> | MaybeNumbers<AreaKey>);

/** What follows from the counts of one structure; a volume has no key in two dimensions, nor an area in three. */
export function overlapNumbers(scores: StructureScores): OverlapNumbers {
  const entries = structureScores
    .filter(({ from }) => from === 'overlap')
    .map(({ key, take }) => [key, take(scores)] as const)
    .filter(([, { reason }]) => reason !== 'other-dimensions')
    .map(([key, { value, reason }]) => maybeNumber(key, value, reason ?? notComputed));
  return Object.assign({}, ...entries);
}

/** The surface scores of one structure; the areas by distance only where they hold for every τ. */
export function surfaceNumbers(
  surface: StructureSurface | null,
  measure: SurfaceMeasure | undefined,
  onlyTauMm: number | null,
): { surface: ScoresSurface | null; surfaceReason?: NoNumberReason } {
  if (surface?.reason === 'left-out') return { surface: null, surfaceReason: surface.reason };
  if (!surface || !measure) return { surface: null, surfaceReason: notComputed };
  const reason = surface.reason ?? notComputed;
  const { areaMm2, near } = measure;
  return {
    surface: {
      ...maybeNumbers(
        eachDistance((key) => surface[key]),
        reason,
      ),
      nsd: [{ tauMm: surface.tauMm, ...maybeNumber('value', surface.nsd, reason) }],
      ...(onlyTauMm === null && { areaMm2, areaByDistance: near }),
    },
  };
}

/** The lesion-wise scores of one structure with the lesions behind them, where these are known. */
export function lesionNumbers(
  lesions: LesionScores | null,
  reason: NoNumberReason,
): {
  lesions: ScoresLesions | null;
  lesionsReason?: NoNumberReason;
} {
  if (!lesions) return { lesions: null, lesionsReason: reason };
  const { lesions: found, components, ...totals } = lesions;
  const { truePositives, falsePositives, falseNegatives } = totals;
  const isListed =
    found.length + components.length > 0 || truePositives + falsePositives + falseNegatives === 0;
  return { lesions: { ...totals, ...(isListed && { lesions: found, components }) } };
}

/** Contour shifts and the boundary split of one pair, with what a chart and another τ need. */
export function distanceNumbers(
  distances: PairDistances | null,
  boundary: BoundarySplit | null,
  onlyTauMm: number | null,
): ScoresDistances | NoDistances {
  if (!distances) {
    return {
      boundary: null,
      boundaryReason: notComputed,
      regionShiftMm: null,
      regionShiftMmReason: notComputed,
      labelShiftMm: null,
      labelShiftMmReason: notComputed,
      labelDiceAtRegionShift: null,
      labelDiceAtRegionShiftReason: notComputed,
      shapePart: null,
      shapePartReason: notComputed,
      accuracyPart: null,
      accuracyPartReason: notComputed,
    };
  }
  const { region, label, labelDiceAtRegionShift, shapePart, accuracyPart } = distances;
  return {
    boundary,
    ...(!boundary && { boundaryReason: notComputed }),
    regionShiftMm: twoNumbers(region.growMm, region.shrinkMm),
    labelShiftMm: twoNumbers(label.growMm, label.shrinkMm),
    labelDiceAtRegionShift: twoNumbers(labelDiceAtRegionShift.grow, labelDiceAtRegionShift.shrink),
    ...given('shapePart', shapePart),
    ...given('accuracyPart', accuracyPart),
    ...(onlyTauMm === null && {
      ...(distances.boundary && { errorsByDistance: distances.boundary }),
      regionCurves: curves(region),
      labelCurves: curves(label),
    }),
  };
}

function twoNumbers(grow: MaybeNumber, shrink: MaybeNumber): MaybeNumbers<'grow' | 'shrink'> {
  return { ...given('grow', grow), ...given('shrink', shrink) };
}

function given<Key extends string>(key: Key, { value, reason }: MaybeNumber): MaybeNumbers<Key> {
  return maybeNumber(key, value ?? Number.NaN, reason ?? notComputed);
}

function curves({ growCurve, shrinkCurve }: ContourShift) {
  return { grow: growCurve, shrink: shrinkCurve };
}
