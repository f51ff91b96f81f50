import type { PairCodes } from '../../domain/pairCodes';
import { mostPairValues } from '../pairCodes';

/** What repainting needs at every threshold, worked out once per case. */
export interface Repainter {
  /** The label values that the codes count. */
  values: number[];
  /** The codes of the reference alone at the voxels of `painted`. */
  reference: Uint8Array<ArrayBuffer>;
  /** Two volumes that take turns: millions of voxels made anew at every step keep the garbage collector busy. */
  volumes: [PairCodes, PairCodes];
  /** Voxels that some threshold paints, ascending. */
  painted: Int32Array<ArrayBuffer>;
  /** Per region the bytes of thresholdSteps at these voxels. */
  steps: Uint8Array<ArrayBuffer>[];
  /** Per region the place of the value that it paints among `values`. */
  paints: number[];
}

/**
 * Prepares a shown pair for repainting from bytes of thresholdSteps. Null when the values that are painted make
 * more of them than a pair code holds.
 */
export function repainterOf(
  pair: PairCodes,
  steps: readonly Uint8Array[],
  regionsClassOrder: readonly number[],
): Repainter | null {
  const values = [...new Set([...pair.values, ...regionsClassOrder])].sort((first, second) => first - second);
  if (values.length > mostPairValues) return null;
  const side = pair.values.length;
  const referenceOf = Uint8Array.from(
    { length: 256 },
    (_, code) => values.indexOf(pair.values[Math.floor(code / side)] ?? 0) * values.length,
  );
  const reference = new Uint8Array(pair.codes.length);
  let count = 0;
  for (let voxel = 0; voxel < reference.length; voxel++) {
    reference[voxel] = referenceOf[pair.codes[voxel]];
  }
  const isPainted = new Uint8Array(pair.codes.length);
  for (const region of steps) {
    for (let voxel = 0; voxel < isPainted.length; voxel++) {
      if (region[voxel] === 0 || isPainted[voxel] !== 0) continue;
      isPainted[voxel] = 1;
      count++;
    }
  }
  const painted = new Int32Array(count);
  let at = 0;
  for (let voxel = 0; voxel < isPainted.length; voxel++) if (isPainted[voxel] !== 0) painted[at++] = voxel;
  const { geometry } = pair;
  const varies = { family: painted, ...boxOf(painted, geometry.shape) };
  return {
    values,
    reference: Uint8Array.from(painted, (voxel) => reference[voxel]),
    volumes: [
      { codes: reference, values, geometry, varies },
      { codes: reference.slice(), values, geometry, varies },
    ],
    painted,
    steps: steps.map((region) => {
      const own = new Uint8Array(count);
      for (let place = 0; place < count; place++) own[place] = region[painted[place]];
      return own;
    }),
    paints: regionsClassOrder.map((value) => values.indexOf(value)),
  };
}

/**
 * The pair with the prediction painted at threshold step/256: the last region above it gives the label. Holds
 * until the call after the next, which writes into the same volume.
 */
export function repaintAtThreshold(repainter: Repainter, step: number): PairCodes {
  const { reference, painted, steps, paints, volumes } = repainter;
  volumes.reverse();
  const [{ codes }] = volumes;
  const labels = new Uint8Array(painted.length);
  steps.forEach((region, index) => {
    const paint = paints[index];
    for (let place = 0; place < labels.length; place++) if (region[place] > step) labels[place] = paint;
  });
  for (let place = 0; place < labels.length; place++) {
    codes[painted[place]] = reference[place] + labels[place];
  }
  return { ...volumes[0] };
}

/** The box around some voxels; the first voxel of all when there are none. */
function boxOf(
  voxels: Int32Array,
  [width, height]: PairCodes['geometry']['shape'],
): { first: [number, number, number]; last: [number, number, number] } {
  const first: [number, number, number] = [width, height, Number.POSITIVE_INFINITY];
  const last: [number, number, number] = [0, 0, 0];
  for (let index = 0; index < voxels.length; index++) {
    const row = Math.floor(voxels[index] / width);
    const place = [voxels[index] - row * width, row % height, Math.floor(row / height)];
    for (let axis = 0; axis < 3; axis++) {
      first[axis] = Math.min(first[axis], place[axis]);
      last[axis] = Math.max(last[axis], place[axis]);
    }
  }
  return voxels.length > 0 ? { first, last } : { first: [0, 0, 0], last: [0, 0, 0] };
}
