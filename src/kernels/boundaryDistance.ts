import { type DistanceCounts, largestTauMm } from '../domain/contourShift';
import {
  addRows,
  type BitMask,
  complementOf,
  countBits,
  movedAlongX,
  positionsOf,
  unpackBits,
} from './bitMask';
import { countDistances } from './countDistances';
import { squaredDistances, squaredSteps } from './distanceTransform';
import { nearestSquaredDistances, type PlacesInBox } from './nearestElements';

type Triple = readonly [number, number, number];

/** Up to this many rows to add per voxel row, growing bit by bit is faster than a distance transform. */
const MOST_STEPS = 6000;

const ROUNDING_MM = 1e-9;

/** Voxels of one side of a boundary by their distance to the other side. */
export interface SideCounts {
  /** All voxels up to the reach. */
  near: DistanceCounts;
  /** The voxels of each error class up to the largest τ. */
  errors: DistanceCounts[];
  reachMm: number;
}

/** What to count, in the layout of the sites. */
export interface Wanted {
  /** Voxels that are not counted as near; null when all are. */
  isLeftOut: BitMask | null;
  /** Voxels of each error class; those on the other side are passed over. */
  errors: readonly BitMask[];
  /** How far to look at most. */
  limitMm: number;
  /** Whether to stop after this distance (mm), with so many voxels counted up to it. */
  isEnough: (distanceMm: number, voxels: number) => boolean;
}

/**
 * Counts the voxels around `sites`, the other side of the boundary, by their distance to the nearest site
 * centre (metrics.md §5). Beyond the box there is nothing.
 */
export function countFrom(sites: BitMask, spacingMm: Triple, wanted: Wanted): SideCounts {
  const steps = stepsWithin(wanted.limitMm, spacingMm);
  return steps ? countByGrowing(sites, spacingMm, wanted, steps) : countByTransform(sites, spacingMm, wanted);
}

/** Voxels that lie at exactly one distance: `x` steps to both sides in the row (y, z) away. */
interface Step {
  x: number;
  y: number;
  z: number;
  distanceMm: number;
}

/** All steps up to the limit, nearest first; null when they are too many. */
function stepsWithin(limitMm: number, spacingMm: Triple): Step[] | null {
  const [edgeX, edgeY, edgeZ] = spacingMm;
  if ((2 * Math.PI * limitMm ** 3) / 3 > MOST_STEPS * edgeX * edgeY * edgeZ) return null;
  const { weights, unitMm2 } = squaredSteps(spacingMm);
  const limit = limitMm + ROUNDING_MM;
  const [mostY, mostZ] = [Math.floor(limit / edgeY), Math.floor(limit / edgeZ)];
  const steps: Step[] = [];
  for (let z = -mostZ; z <= mostZ; z++) {
    for (let y = -mostY; y <= mostY; y++) {
      for (let x = 0; ; x++) {
        const squared = weights[0] * x * x + weights[1] * y * y + weights[2] * z * z;
        const distanceMm = Math.sqrt(squared * unitMm2);
        if (distanceMm > limit) break;
        if (squared > 0) steps.push({ x, y, z, distanceMm });
      }
    }
  }
  return steps.sort((first, second) => first.distanceMm - second.distanceMm);
}

/** Grows the sites by one distinct distance after the other and counts what is new. */
function countByGrowing(
  sites: BitMask,
  spacingMm: Triple,
  { isLeftOut, errors, limitMm, isEnough }: Wanted,
  steps: readonly Step[],
): SideCounts {
  const near: DistanceCounts = { distancesMm: [], counts: [] };
  const errorCounts = errors.map((): DistanceCounts => ({ distancesMm: [], counts: [] }));
  const moved = new Map<number, Uint32Array>([[0, sites.words]]);
  const before = sites.words.slice();
  const grown = { ...sites, words: sites.words.slice() };
  let voxels = 0;
  let reachMm = limitMm;
  for (let index = 0; index < steps.length; ) {
    const { distanceMm } = steps[index];
    for (; index < steps.length && steps[index].distanceMm - distanceMm < ROUNDING_MM; index++) {
      const { x, y, z } = steps[index];
      let words = moved.get(x);
      if (!words) {
        words = movedAlongX(sites, x);
        moved.set(x, words);
      }
      addRows(grown.words, words, sites, y, z);
    }
    const added = addNew(grown.words, before, isLeftOut?.words ?? null, errors, errorCounts, distanceMm);
    if (added > 0) {
      near.distancesMm.push(distanceMm);
      near.counts.push(added);
      voxels += added;
    }
    if (isEnough(distanceMm, voxels)) {
      reachMm = distanceMm;
      break;
    }
  }
  errors.forEach((error, index) => {
    addFar(errorCounts[index], farDistances(error, grown, sites, spacingMm), spacingMm);
  });
  return { near, errors: errorCounts.map(upToLargestTau), reachMm };
}

/** Counts the bits that are new since `before`, which then catches up. */
function addNew(
  grown: Uint32Array,
  before: Uint32Array,
  isLeftOut: Uint32Array | null,
  errors: readonly BitMask[],
  errorCounts: readonly DistanceCounts[],
  distanceMm: number,
): number {
  let added = 0;
  const errorsAdded = errors.map(() => 0);
  for (let word = 0; word < grown.length; word++) {
    const fresh = grown[word] ^ before[word];
    if (fresh === 0) continue;
    before[word] = grown[word];
    added += countBits(isLeftOut === null ? fresh : fresh & ~isLeftOut[word]);
    for (let error = 0; error < errors.length; error++) {
      const both = fresh & errors[error].words[word];
      if (both !== 0) errorsAdded[error] += countBits(both);
    }
  }
  errorsAdded.forEach((count, error) => {
    if (count === 0) return;
    errorCounts[error].distancesMm.push(distanceMm);
    errorCounts[error].counts.push(count);
  });
  return added;
}

/** Squared distances (mm²) of the error voxels that growing has not come to. */
function farDistances(error: BitMask, grown: BitMask, sites: BitMask, spacingMm: Triple): Float64Array {
  const far = positionsOf({ ...error, words: error.words.map((word, index) => word & ~grown.words[index]) });
  if (far.length === 0) return new Float64Array(0);
  const places = (positions: number[]): PlacesInBox => ({
    positions,
    box: { lower: [0, 0, 0], upper: [...sites.shape] },
  });
  return nearestSquaredDistances(places(far), places(positionsOf(rimOf(sites))), sites.shape, spacingMm);
}

/** The sites with a neighbour across a face that is none: the nearest site of a voxel is always one of them. */
function rimOf(sites: BitMask): BitMask {
  const others = complementOf(sites);
  const neighbours = movedAlongX(others, 1);
  for (const away of [-1, 1]) {
    addRows(neighbours, others.words, sites, away, 0);
    addRows(neighbours, others.words, sites, 0, away);
  }
  return { ...sites, words: sites.words.map((word, index) => word & neighbours[index]) };
}

function addFar(counts: DistanceCounts, squaredMm2: Float64Array, spacingMm: Triple): void {
  const limitMm2 = (largestTauMm + ROUNDING_MM) ** 2;
  const far = countDistances(
    squaredMm2.filter((squared) => squared <= limitMm2),
    spacingMm,
  );
  counts.distancesMm.push(...far.distancesMm);
  counts.counts.push(...far.counts);
}

function upToLargestTau({ distancesMm, counts }: DistanceCounts): DistanceCounts {
  const beyond = distancesMm.findIndex((distance) => distance > largestTauMm + ROUNDING_MM);
  return beyond < 0
    ? { distancesMm, counts }
    : { distancesMm: distancesMm.slice(0, beyond), counts: counts.slice(0, beyond) };
}

/** The same by one distance transform of the whole box. */
function countByTransform(
  sites: BitMask,
  spacingMm: Triple,
  { isLeftOut, errors, limitMm }: Wanted,
): SideCounts {
  const squaredMm2 = squaredDistances(unpackBits(sites), sites.shape, spacingMm);
  const leftOut = isLeftOut && unpackBits(isLeftOut);
  const near = new Float64Array(squaredMm2.length);
  const limitMm2 = (limitMm + ROUNDING_MM) ** 2;
  let count = 0;
  for (let voxel = 0; voxel < squaredMm2.length; voxel++) {
    const squared = squaredMm2[voxel];
    if (squared === 0 || squared > limitMm2) continue;
    if (leftOut === null || leftOut[voxel] === 0) near[count++] = squared;
  }
  const errorCounts = errors.map((error) => {
    const counts: DistanceCounts = { distancesMm: [], counts: [] };
    const distances = Float64Array.from(positionsOf(error), (voxel) => squaredMm2[voxel]);
    addFar(
      counts,
      distances.filter((squared) => squared > 0),
      spacingMm,
    );
    return counts;
  });
  return { near: countDistances(near.subarray(0, count), spacingMm), errors: errorCounts, reachMm: limitMm };
}
