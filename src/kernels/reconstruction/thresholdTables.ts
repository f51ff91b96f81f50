import type { LabelScheme } from '../../domain/labelScheme';
import type { ThresholdTables } from '../../domain/reconstruction';
import type { Confusion, Counts } from '../../domain/results';
import { THRESHOLD_STEPS } from '../../domain/thresholds';

/**
 * One pass over the voxels for the tables at all thresholds: as the threshold rises, the regions leave a voxel
 * one after the other, so each painted label has its stretch of thresholds. Ignored voxels are left out.
 */
export function thresholdTables(
  probabilities: readonly (Float32Array | Float64Array)[],
  reference: Uint8Array | Uint16Array,
  scheme: LabelScheme,
): ThresholdTables {
  const { regions, regionsClassOrder, ignoreLabel } = scheme;
  const labels = labelsOf(reference, scheme);
  const indexOf = new Int32Array(65_536);
  labels.forEach((label, index) => {
    indexOf[label] = index;
  });
  const painterIndex = regionsClassOrder.map((value) => indexOf[value]);
  const side = labels.length;
  const rows = THRESHOLD_STEPS + 1;
  const changes = Array.from({ length: side * side }, () => new Float64Array(rows));
  const falls = Array.from({ length: regions.length * side }, () => new Float64Array(rows));
  const quiet = new Float64Array(side);
  for (let voxel = 0; voxel < reference.length; voxel++) {
    if (reference[voxel] === ignoreLabel) continue;
    const row = indexOf[reference[voxel]];
    let reached = 0;
    for (let region = regions.length - 1; region >= 0; region--) {
      const steps = stepsBelow(probabilities[region][voxel]);
      if (steps === 0) continue;
      falls[region * side + row][steps]++;
      if (steps <= reached) continue;
      const stretch = changes[row * side + painterIndex[region]];
      stretch[reached]++;
      stretch[steps]--;
      reached = steps;
    }
    if (reached === 0) quiet[row]++;
    else changes[row * side][reached]++;
  }
  quiet.forEach((voxels, row) => {
    changes[row * side][0] += voxels;
  });
  return { painted: tablesOf(changes, labels), rawRegions: rawCounts(falls, labels, changes, scheme) };
}

/** How many of the thresholds 0, 1/256, … lie strictly below the probability. */
export function stepsBelow(probability: number): number {
  return Math.min(THRESHOLD_STEPS, Math.max(0, Math.ceil(probability * THRESHOLD_STEPS)));
}

function labelsOf(reference: Uint8Array | Uint16Array, { regionsClassOrder, labels }: LabelScheme): number[] {
  const isPresent = new Uint8Array(65_536);
  for (let voxel = 0; voxel < reference.length; voxel++) isPresent[reference[voxel]] = 1;
  for (const value of [0, ...regionsClassOrder, ...labels.map((label) => label.value)]) isPresent[value] = 1;
  return [...isPresent.keys()].filter((value) => isPresent[value] === 1);
}

function tablesOf(changes: readonly Float64Array[], labels: number[]): Confusion[] {
  const side = labels.length;
  const running = new Float64Array(side * side);
  return Array.from({ length: THRESHOLD_STEPS }, (_, step) => {
    changes.forEach((change, cell) => {
      running[cell] += change[step];
    });
    return {
      labels,
      counts: labels.map((__, row) => Array.from(running.subarray(row * side, (row + 1) * side))),
    };
  });
}

function rawCounts(
  falls: readonly Float64Array[],
  labels: readonly number[],
  changes: readonly Float64Array[],
  { regions }: LabelScheme,
): Counts[][] {
  const side = labels.length;
  const totals = labels.map((_, row) =>
    labels.reduce((sum, __, column) => sum + changes[row * side + column][0], 0),
  );
  return regions.map((region, index) => {
    const isInside = labels.map((label) => region.labels.includes(label));
    const sumOf = (inside: boolean, countOf: (row: number) => number) =>
      isInside.reduce((sum, it, row) => (it === inside ? sum + countOf(row) : sum), 0);
    const above = (inside: boolean, step: number) => sumOf(inside, (row) => falls[index * side + row][step]);
    let tp = 0;
    let fp = 0;
    const counts: Counts[] = new Array(THRESHOLD_STEPS);
    for (let step = THRESHOLD_STEPS - 1; step >= 0; step--) {
      tp += above(true, step + 1);
      fp += above(false, step + 1);
      const [inside, outside] = [sumOf(true, (row) => totals[row]), sumOf(false, (row) => totals[row])];
      counts[step] = { tp, fp, fn: inside - tp, tn: outside - fp };
    }
    return counts;
  });
}
