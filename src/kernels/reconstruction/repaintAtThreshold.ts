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
  for (const voxel of voxelsWhereAny([pair.codes])) reference[voxel] = referenceOf[pair.codes[voxel]];
  const painted = voxelsWhereAny(steps);
  const { geometry } = pair;
  const varies = { family: painted, ...boxOf(painted, geometry.shape) };
  return {
    values,
    reference: valuesAt(reference, painted),
    volumes: [
      { codes: reference, values, geometry, varies },
      { codes: reference.slice(), values, geometry, varies },
    ],
    painted,
    steps: steps.map((region) => valuesAt(region, painted)),
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

function valuesAt(volume: Uint8Array, voxels: Int32Array): Uint8Array<ArrayBuffer> {
  const values = new Uint8Array(voxels.length);
  for (let place = 0; place < values.length; place++) values[place] = volume[voxels[place]];
  return values;
}

/** The voxels at which any of the volumes is not 0, ascending; four at a time are skipped where all are. */
function voxelsWhereAny(volumes: readonly Uint8Array[]): Int32Array<ArrayBuffer> {
  const size = volumes[0]?.length ?? 0;
  const any = new Uint8Array(Math.ceil(size / 4) * 4);
  const anyWords = new Uint32Array(any.buffer);
  for (const volume of volumes) {
    const whole = volume.byteOffset % 4 === 0 ? volume : volume.slice();
    const words = new Uint32Array(whole.buffer, whole.byteOffset, size >> 2);
    for (let word = 0; word < words.length; word++) anyWords[word] |= words[word];
    for (let voxel = words.length * 4; voxel < size; voxel++) any[voxel] |= volume[voxel];
  }
  let count = 0;
  for (let word = 0; word < anyWords.length; word++) {
    if (anyWords[word] === 0) continue;
    for (let voxel = word * 4; voxel < word * 4 + 4; voxel++) if (any[voxel] !== 0) count++;
  }
  const found = new Int32Array(count);
  let place = 0;
  for (let word = 0; word < anyWords.length; word++) {
    if (anyWords[word] === 0) continue;
    for (let voxel = word * 4; voxel < word * 4 + 4; voxel++) if (any[voxel] !== 0) found[place++] = voxel;
  }
  return found;
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
