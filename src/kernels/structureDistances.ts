import { type DiceCurve, type DistanceCounts, largestTauMm } from '../domain/contourShift';
import { ballRadiusMm } from '../domain/equalShift';
import { dimensionsOf, edgesMm, type Geometry, voxelSize } from '../domain/geometry';
import { type BitMask, complementOf, emptyBits, packBits } from './bitMask';
import { countFrom } from './boundaryDistance';
import { growCurve, shiftAt, shrinkCurve } from './diceCurve';
import { type Box, boxAround, boxShape, classesInBox, expandBox, forEachLine, sharedBox } from './labelBoxes';

type Triple = [number, number, number];
type Voxels = Uint8Array | Uint16Array;

/** Two label maps of one case, with the bounding boxes of their labels. */
export interface MapPair {
  reference: Voxels;
  prediction: Voxels;
  referenceBoxes: Map<number, Box>;
  predictionBoxes: Map<number, Box>;
  geometry: Pick<Geometry, 'shape' | 'spacingMm'>;
  ignoreLabel: number | null;
}

/** Disagreeing voxels of interest: those where the classes of the two labels differ by `difference` (XOR). */
export interface ErrorClass {
  classOf: Uint8Array;
  difference: number;
}

/** How far (mm) a curve is exact. */
export interface Reach {
  growMm: number;
  shrinkMm: number;
}

export interface StructureDistances {
  /** Each curve ends where its reach does. */
  grow: DiceCurve;
  shrink: DiceCurve;
  reach: Reach;
  /** Per error class: its voxels by distance to the boundary, up to the largest τ. */
  errors: DistanceCounts[];
}

/**
 * The Dice curves of a structure's reference and the distances of errors to its boundary. The curves go as far
 * as `leastReach` and, where they fall so low, to the observed Dice. Null when the reference is empty.
 */
export function structureDistances(
  maps: MapPair,
  labels: readonly number[],
  voxels: number,
  observedDice: number,
  leastReach: Reach,
  errors: readonly ErrorClass[],
): StructureDistances | null {
  const referenceBox = boxAround(labels.map((label) => maps.referenceBoxes.get(label)));
  if (!referenceBox || voxels === 0) return null;
  const { shape, spacingMm } = maps.geometry;
  const classOf = new Uint8Array(65_536);
  for (const label of labels) if (label !== maps.ignoreLabel) classOf[label] = 1;
  const limit = likelyReach(voxels, observedDice, maps.geometry);
  // A chart needs more than the piece of the curve down to the observed Dice.
  const leastMm = 2 * Math.max(...edgesMm(maps.geometry));
  const least = {
    growMm: Math.max(leastMm, leastReach.growMm),
    shrinkMm: Math.max(leastMm, leastReach.shrinkMm),
  };
  limit.growMm = Math.max(limit.growMm, least.growMm);
  limit.shrinkMm = Math.max(limit.shrinkMm, least.shrinkMm);
  for (;;) {
    const box = boxFor(maps, labels, referenceBox, limit.growMm);
    const inside = packBits(classesInBox(maps.reference, shape, box, classOf), boxShape(box));
    const errorBits = findErrors(maps, box, errors);
    const outwards = countFrom(inside, spacingMm, {
      isLeftOut: ignoredInBox(maps, box),
      errors: errorBits,
      limitMm: limit.growMm,
      isEnough: (distanceMm, added) =>
        distanceMm >= least.growMm && (2 * voxels) / (2 * voxels + added) <= observedDice,
    });
    const inwards = countFrom(complementOf(inside), spacingMm, {
      isLeftOut: null,
      errors: errorBits,
      limitMm: limit.shrinkMm,
      isEnough: (distanceMm, removed) =>
        distanceMm >= least.shrinkMm && (2 * (voxels - removed)) / (2 * voxels - removed) <= observedDice,
    });
    const grow = growCurve(voxels, outwards.near);
    const shrink = shrinkCurve(voxels, inwards.near);
    const isWhole = boxShape(box).every((count, axis) => count === shape[axis]);
    const isGrown = shiftAt(grow, observedDice) !== null || observedDice === 0 || isWhole;
    const isShrunk = shiftAt(shrink, observedDice) !== null || inwards.near.counts.length === 0;
    if (isGrown && isShrunk) {
      return {
        grow,
        shrink,
        reach: { growMm: outwards.reachMm, shrinkMm: inwards.reachMm },
        errors: errors.map((_, index) => together(outwards.errors[index], inwards.errors[index])),
      };
    }
    if (!isGrown) limit.growMm = farther(limit.growMm, spacingMm);
    if (!isShrunk) limit.shrinkMm = farther(limit.shrinkMm, spacingMm);
  }
}

/**
 * No shape of a volume grows slower, or shrinks slower, than a ball (Brunn and Minkowski; of an area, than a
 * disc): the change of a ball's radius that costs the observed Dice, and one voxel more because voxels are not a
 * ball.
 */
function likelyReach(voxels: number, dice: number, geometry: MapPair['geometry']): Reach {
  const slackMm = Math.max(...edgesMm(geometry));
  const sizeOfOne = voxelSize(geometry);
  const radiusMm = (count: number) => ballRadiusMm(count * sizeOfOne, dimensionsOf(geometry));
  const grown = dice > 0 ? voxels * (2 / dice - 1) : voxels;
  const shrunk = (voxels * dice) / (2 - dice);
  return {
    growMm: radiusMm(grown) - radiusMm(voxels) + slackMm,
    shrinkMm: radiusMm(voxels) - radiusMm(shrunk) + slackMm,
  };
}

function farther(reachMm: number, spacingMm: Readonly<Triple>): number {
  return 1.6 * reachMm + Math.max(...spacingMm);
}

/** All voxels within reach of the reference, and all its errors within the largest τ. */
function boxFor(maps: MapPair, labels: readonly number[], referenceBox: Box, reachMm: number): Box {
  const { shape, spacingMm } = maps.geometry;
  const within = (mm: number) =>
    expandBox(referenceBox, spacingMm.map((edge) => Math.floor(mm / edge + 1e-6)) as Triple, shape);
  const predictionBox = boxAround(labels.map((label) => maps.predictionBoxes.get(label)));
  const errorBox = predictionBox && sharedBox(predictionBox, within(largestTauMm));
  return boxAround([within(Math.max(reachMm, ...spacingMm)), errorBox]) ?? referenceBox;
}

function findErrors(
  { reference, prediction, ignoreLabel, geometry }: MapPair,
  box: Box,
  errors: readonly ErrorClass[],
): BitMask[] {
  const found = errors.map(() => emptyBits(boxShape(box)));
  forEachLine(box, geometry.shape, (volumeStart, boxStart, length) => {
    for (let step = 0; step < length; step++) {
      const value = reference[volumeStart + step];
      const predicted = prediction[volumeStart + step];
      if (value === predicted || value === ignoreLabel) continue;
      for (let index = 0; index < errors.length; index++) {
        const { classOf, difference } = errors[index];
        if ((classOf[value] ^ classOf[predicted]) !== difference) continue;
        const { words, wordsPerRow } = found[index];
        words[(boxStart / length) * wordsPerRow + (step >>> 5)] |= 1 << (step & 31);
      }
    }
  });
  return found;
}

function ignoredInBox({ reference, ignoreLabel, geometry }: MapPair, box: Box): BitMask | null {
  if (ignoreLabel === null) return null;
  const isIgnored = new Uint8Array(65_536);
  isIgnored[ignoreLabel] = 1;
  return packBits(classesInBox(reference, geometry.shape, box, isIgnored), boxShape(box));
}

/** Two counts as one, distances ascending. */
function together(first: DistanceCounts, second: DistanceCounts): DistanceCounts {
  const counts = new Map<number, number>();
  for (const { distancesMm, counts: added } of [first, second]) {
    distancesMm.forEach((distance, index) => {
      counts.set(distance, (counts.get(distance) ?? 0) + added[index]);
    });
  }
  const distancesMm = [...counts.keys()].sort((one, other) => one - other);
  return { distancesMm, counts: distancesMm.map((distance) => counts.get(distance) ?? 0) };
}
