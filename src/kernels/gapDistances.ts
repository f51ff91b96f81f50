import type { ContourShift, DistanceCounts, MeasuredDistances } from '../domain/contourShift';
import type { Geometry } from '../domain/geometry';
import { maskKey, type Pair, pairKey, type Structure } from '../domain/labelScheme';
import type { MaybeNumber, NoNumberReason } from '../domain/noNumber';
import type { Confusion } from '../domain/results';
import { curveForChart, diceAt, shiftAt } from './diceCurve';
import { jointHistogram } from './jointHistogram';
import { labelBoxes } from './labelBoxes';
import { countsOf, diceOf } from './overlap';
import {
  type ErrorClass,
  type MapPair,
  type Reach,
  type StructureDistances,
  structureDistances,
} from './structureDistances';

type Voxels = Uint8Array | Uint16Array;

/** A structure's distances, once for all structures of the same voxels. */
interface Measured {
  dice: number;
  emptyReason: NoNumberReason | null;
  isPredictionEmpty: boolean;
  distances: StructureDistances | null;
  /** Error voxels by distance to this structure's boundary, by errorKey. */
  errors: Map<string, DistanceCounts>;
}

const noDistances: DistanceCounts = { distancesMm: [], counts: [] };
const noReach: Reach = { growMm: 0, shrinkMm: 0 };

const inRegion = 1;
const inLabel = 2;

/** The errors of a pair by how the two classes of a voxel differ, and whose boundary they are measured from. */
const causes = [
  { cause: 'shared', difference: inRegion | inLabel, from: 'label' },
  { cause: 'child', difference: inLabel, from: 'label' },
  { cause: 'relieved', difference: inRegion, from: 'region' },
] as const;

/**
 * Everything about the gaps of a case that needs distances: contour shifts (metrics.md §6) and errors by
 * distance to the reference boundary (§5), one entry per pair. Maps are stored x fastest and have equal
 * lengths; voxels whose reference is the ignore label are left out. `confusion` is their joint histogram.
 */
export function gapDistances(
  reference: Voxels,
  prediction: Voxels,
  geometry: Pick<Geometry, 'shape' | 'spacingMm'>,
  pairs: readonly Pair[],
  ignoreLabel: number | null,
  confusion: Confusion = jointHistogram(reference, prediction),
): MeasuredDistances[] {
  const maps: MapPair = {
    reference,
    prediction,
    referenceBoxes: labelBoxes(reference, geometry.shape),
    predictionBoxes: labelBoxes(prediction, geometry.shape),
    geometry,
    ignoreLabel,
  };
  const known = new Map<string, Measured>();
  const measured = (structure: Structure, leastReach: Reach) => {
    const key = maskKey(structure.labels);
    const before = known.get(key);
    if (before && isWithin(leastReach, before)) return before;
    const now = measure(maps, confusion, structure, leastReach, pairs);
    known.set(key, now);
    return now;
  };
  return pairs.map((pair) => {
    const regionShift = contourShift(measured(pair.region, noReach));
    // Distances of neighbours differ by at most one voxel edge: the curve's next point is in reach, too.
    const edgeMm = Math.max(...geometry.spacingMm);
    const label = measured(pair.label, {
      growMm: (regionShift.growMm.value ?? 0) + edgeMm,
      shrinkMm: (regionShift.shrinkMm.value ?? 0) + edgeMm,
    });
    return pairDistances(pair, regionShift, measured(pair.region, noReach), label);
  });
}

function isWithin({ growMm, shrinkMm }: Reach, { distances }: Measured): boolean {
  return distances === null || (growMm <= distances.reach.growMm && shrinkMm <= distances.reach.shrinkMm);
}

function measure(
  maps: MapPair,
  confusion: Confusion,
  structure: Structure,
  leastReach: Reach,
  pairs: readonly Pair[],
): Measured {
  const counts = countsOf(confusion, structure.labels, maps.ignoreLabel);
  const { tp, fp, fn } = counts;
  const dice = diceOf(counts);
  const keys: string[] = [];
  const errors: ErrorClass[] = [];
  for (const pair of pairs) {
    for (const { cause, difference, from } of causes) {
      if (maskKey(pair[from].labels) !== maskKey(structure.labels)) continue;
      keys.push(errorKey(pair, cause));
      errors.push({ classOf: pairClasses(pair, maps.ignoreLabel), difference });
    }
  }
  const distances = structureDistances(maps, structure.labels, tp + fn, dice, leastReach, errors);
  return {
    dice,
    emptyReason: tp + fn > 0 ? null : fp > 0 ? 'reference-empty' : 'both-empty',
    isPredictionEmpty: tp + fp === 0,
    distances,
    errors: new Map(keys.map((key, index) => [key, distances?.errors[index] ?? noDistances])),
  };
}

function errorKey(pair: Pair, cause: string): string {
  return `${cause} ${pairKey(pair)}`;
}

function pairClasses({ region, label }: Pair, ignoreLabel: number | null): Uint8Array {
  const classOf = new Uint8Array(65_536);
  for (const value of region.labels) classOf[value] |= inRegion;
  for (const value of label.labels) classOf[value] |= inLabel;
  if (ignoreLabel !== null) classOf[ignoreLabel] = 0;
  return classOf;
}

function contourShift({ dice, emptyReason, isPredictionEmpty, distances }: Measured): ContourShift {
  if (!distances) {
    const nothing = missing(emptyReason ?? 'reference-empty');
    const noCurve = { shiftsMm: [], dice: [] };
    return {
      dice,
      growMm: nothing,
      shrinkMm: nothing,
      meanMm: nothing,
      growCurve: noCurve,
      shrinkCurve: noCurve,
    };
  }
  const { grow, shrink, reach } = distances;
  const growMm = maybe(shiftAt(grow, dice), isPredictionEmpty ? 'prediction-empty' : 'never-reached');
  const shrinkMm = maybe(shiftAt(shrink, dice), 'never-reached');
  return {
    dice,
    growMm,
    shrinkMm,
    meanMm: combined([growMm, shrinkMm], (first, second) => (first + second) / 2),
    growCurve: curveForChart(grow, reach.growMm),
    shrinkCurve: curveForChart(shrink, reach.shrinkMm),
  };
}

function pairDistances(
  pair: Pair,
  region: ContourShift,
  regionMeasured: Measured,
  labelMeasured: Measured,
): MeasuredDistances {
  const label = contourShift(labelMeasured);
  const readAt = (curve: 'grow' | 'shrink', shiftMm: MaybeNumber) => {
    const { distances, emptyReason } = labelMeasured;
    if (!distances) return missing(emptyReason ?? 'reference-empty');
    return combined([shiftMm, region.meanMm], (shift) => diceAt(distances[curve], shift));
  };
  const grow = readAt('grow', region.growMm);
  const shrink = readAt('shrink', region.shrinkMm);
  const mean = combined([grow, shrink], (first, second) => (first + second) / 2);
  const errorsOf = (measured: Measured, cause: string) =>
    measured.errors.get(errorKey(pair, cause)) ?? noDistances;
  return {
    key: pairKey(pair),
    region,
    label,
    labelDiceAtRegionShift: { grow, shrink, mean },
    shapePart: combined([mean], (dice) => region.dice - dice),
    accuracyPart: combined([mean], (dice) => dice - label.dice),
    boundary: {
      shared: errorsOf(labelMeasured, 'shared'),
      child: errorsOf(labelMeasured, 'child'),
      relieved: errorsOf(regionMeasured, 'relieved'),
    },
  };
}

function missing(reason: NoNumberReason): MaybeNumber {
  return { value: null, reason };
}

function maybe(value: number | null, reason: NoNumberReason): MaybeNumber {
  return value === null ? missing(reason) : { value, reason: null };
}

/** A number made of others; the reason of the first that is missing where one is. */
function combined(numbers: readonly MaybeNumber[], combine: (...values: number[]) => number): MaybeNumber {
  const values: number[] = [];
  for (const number of numbers) {
    if (number.value === null) return number;
    values.push(number.value);
  }
  return { value: combine(...values), reason: null };
}
