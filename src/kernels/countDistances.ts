import type { DistanceCounts } from '../domain/contourShift';
import { squaredSteps } from './distanceTransform';

type Triple = readonly [number, number, number];

/** Whole multiples of the common step are counted in a table up to this size, else the distances are sorted. */
const LARGEST_TABLE = 1 << 20;

/** Distances (mm) nearer than this to each other are the same distance: rounding, not geometry. */
const ROUNDING_MM = 1e-9;

/**
 * Counts squared distances (mm², finite) per distinct distance. Where the spacings have a common step the
 * squares are counted as the whole numbers that they are, so that equal distances are never told apart.
 */
export function countDistances(squaredMm2: Float64Array, spacingMm: Triple): DistanceCounts {
  const { unitMm2 } = squaredSteps(spacingMm);
  let largest = 0;
  let isWhole = true;
  for (let index = 0; index < squaredMm2.length; index++) {
    const steps = squaredMm2[index] / unitMm2;
    if (Math.abs(steps - Math.round(steps)) > 1e-6) isWhole = false;
    if (steps > largest) largest = steps;
  }
  return isWhole && largest < LARGEST_TABLE
    ? countWhole(squaredMm2, unitMm2, Math.round(largest))
    : countSorted(squaredMm2);
}

function countWhole(squaredMm2: Float64Array, unitMm2: number, largest: number): DistanceCounts {
  const table = new Float64Array(largest + 1);
  for (let index = 0; index < squaredMm2.length; index++) table[Math.round(squaredMm2[index] / unitMm2)]++;
  const counted: DistanceCounts = { distancesMm: [], counts: [] };
  table.forEach((count, steps) => {
    if (count === 0) return;
    counted.distancesMm.push(Math.sqrt(steps * unitMm2));
    counted.counts.push(count);
  });
  return counted;
}

function countSorted(squaredMm2: Float64Array): DistanceCounts {
  const counted: DistanceCounts = { distancesMm: [], counts: [] };
  for (const squared of squaredMm2.slice().sort()) {
    const distance = Math.sqrt(squared);
    const last = counted.distancesMm.length - 1;
    if (last >= 0 && distance - counted.distancesMm[last] < ROUNDING_MM) counted.counts[last]++;
    else {
      counted.distancesMm.push(distance);
      counted.counts.push(1);
    }
  }
  return counted;
}
