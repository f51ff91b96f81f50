import { type DiceCurve, largestTauMm } from '../domain/contourShift';
import type { Geometry } from '../domain/geometry';
import { type SideDistances, sideDistances } from './boundaryDistance';
import { countDistances } from './countDistances';
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
  /** Per error class: squared distances (mm²) to the boundary, up to the largest τ. */
  errorsMm2: Float64Array[];
}

/** The voxels of the error classes by the side of the boundary that they lie on, as positions in the box. */
interface ErrorVoxels {
  inside: number[][];
  outside: number[][];
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
  const reach = likelyReach(voxels, observedDice, spacingMm);
  reach.growMm = Math.max(reach.growMm, leastReach.growMm);
  reach.shrinkMm = Math.max(reach.shrinkMm, leastReach.shrinkMm);
  for (;;) {
    const box = boxFor(maps, labels, referenceBox, reach.growMm);
    const insideShape = boxShape(box);
    const isInside = classesInBox(maps.reference, shape, box, classOf);
    const isIgnored = ignoredInBox(maps, box);
    const errorVoxels = findErrors(maps, box, isInside, errors);

    const outside = sideDistances(isInside, insideShape, spacingMm, 'outside', reach.growMm);
    const grow = growCurve(voxels, countDistances(within(outside, reach.growMm, isIgnored), spacingMm));
    const outsideErrors = errorVoxels.outside.map((list) => errorDistances(outside, list, reach.growMm));
    const inside = sideDistances(isInside, insideShape, spacingMm, 'inside', reach.shrinkMm);
    const shrink = shrinkCurve(voxels, countDistances(within(inside, reach.shrinkMm, null), spacingMm));
    const insideErrors = errorVoxels.inside.map((list) => errorDistances(inside, list, reach.shrinkMm));

    const isWhole = insideShape.every((count, axis) => count === shape[axis]);
    const isGrown = shiftAt(grow, observedDice) !== null || observedDice === 0 || isWhole;
    const isShrunk = shiftAt(shrink, observedDice) !== null || isEverywhere(isInside);
    if (isGrown && isShrunk) {
      const errorsMm2 = errors.map((_, index) => joined(outsideErrors[index], insideErrors[index]));
      return { grow, shrink, reach, errorsMm2 };
    }
    if (!isGrown) reach.growMm = farther(reach.growMm, spacingMm);
    if (!isShrunk) reach.shrinkMm = farther(reach.shrinkMm, spacingMm);
  }
}

/** The squared distances of the side's voxels within reach, in no order. */
function within({ squaredMm2 }: SideDistances, reachMm: number, isLeftOut: Uint8Array | null): Float64Array {
  const limitMm2 = (reachMm + 1e-9) ** 2;
  const found = new Float64Array(squaredMm2.length);
  let count = 0;
  for (let voxel = 0; voxel < squaredMm2.length; voxel++) {
    const squared = squaredMm2[voxel];
    if (squared === 0 || squared > limitMm2) continue;
    if (isLeftOut === null || isLeftOut[voxel] === 0) found[count++] = squared;
  }
  return found.subarray(0, count);
}

/** The squared distances of single voxels up to the largest τ: looked up within reach, else searched for. */
function errorDistances(side: SideDistances, voxels: readonly number[], reachMm: number): Float64Array {
  const limitMm2 = (largestTauMm + 1e-9) ** 2;
  const reachMm2 = (reachMm + 1e-9) ** 2;
  const near: number[] = [];
  const far: number[] = [];
  for (const voxel of voxels) {
    const squared = side.squaredMm2[voxel];
    if (squared > reachMm2) far.push(voxel);
    else if (squared <= limitMm2) near.push(squared);
  }
  const searched = side.search(far, largestTauMm).filter((squared) => squared <= limitMm2);
  return joined(Float64Array.from(near), searched);
}

function isEverywhere(isInside: Uint8Array): boolean {
  return !isInside.includes(0);
}

/**
 * No shape of a volume grows slower, or shrinks slower, than a ball (Brunn and Minkowski): the change of a
 * ball's radius that costs the observed Dice, and one voxel more because voxels are not a ball.
 */
function likelyReach(voxels: number, dice: number, spacingMm: Readonly<Triple>): Reach {
  const slackMm = Math.max(...spacingMm);
  const voxelMm3 = spacingMm[0] * spacingMm[1] * spacingMm[2];
  const radiusMm = (count: number) => Math.cbrt((3 * count * voxelMm3) / (4 * Math.PI));
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
  isInside: Uint8Array,
  errors: readonly ErrorClass[],
): ErrorVoxels {
  const found: ErrorVoxels = { inside: errors.map(() => []), outside: errors.map(() => []) };
  forEachLine(box, geometry.shape, (volumeStart, boxStart, length) => {
    for (let step = 0; step < length; step++) {
      const value = reference[volumeStart + step];
      const predicted = prediction[volumeStart + step];
      if (value === predicted || value === ignoreLabel) continue;
      const voxel = boxStart + step;
      for (let index = 0; index < errors.length; index++) {
        const { classOf, difference } = errors[index];
        if ((classOf[value] ^ classOf[predicted]) !== difference) continue;
        (isInside[voxel] === 0 ? found.outside : found.inside)[index].push(voxel);
      }
    }
  });
  return found;
}

function ignoredInBox({ reference, ignoreLabel, geometry }: MapPair, box: Box): Uint8Array | null {
  if (ignoreLabel === null) return null;
  const isIgnored = new Uint8Array(65_536);
  isIgnored[ignoreLabel] = 1;
  return classesInBox(reference, geometry.shape, box, isIgnored);
}

function joined(first: Float64Array, second: Float64Array): Float64Array {
  const both = new Float64Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
