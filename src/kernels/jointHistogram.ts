import type { Confusion } from '../domain/results';

type Voxels = Uint8Array | Uint16Array;

const BYTE_VALUES = 256;

/**
 * Counts every (reference label, prediction label) pair of two maps of equal length in one pass: the table
 * from which all overlap scores follow (metrics.md §2). Labels ascend and always hold 0.
 */
export function jointHistogram(reference: Voxels, prediction: Voxels): Confusion {
  if (reference.length !== prediction.length) {
    throw new RangeError(`${reference.length} reference voxels, ${prediction.length} prediction voxels`);
  }
  if (reference instanceof Uint8Array && prediction instanceof Uint8Array) {
    return tableOf(countBytePairs(reference, prediction), BYTE_VALUES);
  }
  return countWidePairs(reference, prediction);
}

/**
 * Sixteen voxels at a time where both maps hold 0, which is most of a head: half the time of four at a time,
 * and near the speed of memory.
 */
function countBytePairs(reference: Uint8Array, prediction: Uint8Array): Float64Array {
  const counts = new Float64Array(BYTE_VALUES * BYTE_VALUES);
  const isAligned = reference.byteOffset % 4 === 0 && prediction.byteOffset % 4 === 0;
  const quads = isAligned ? (reference.length >> 4) << 2 : 0;
  const r = new Uint32Array(reference.buffer, isAligned ? reference.byteOffset : 0, quads);
  const p = new Uint32Array(prediction.buffer, isAligned ? prediction.byteOffset : 0, quads);
  let emptyQuads = 0;
  for (let block = 0; block < quads; block += 4) {
    const referenceAny = r[block] | r[block + 1] | r[block + 2] | r[block + 3];
    const predictionAny = p[block] | p[block + 1] | p[block + 2] | p[block + 3];
    if ((referenceAny | predictionAny) === 0) {
      emptyQuads += 4;
      continue;
    }
    for (let quad = block; quad < block + 4; quad++) countQuad(counts, r[quad], p[quad]);
  }
  counts[0] += emptyQuads * 4;
  for (let voxel = quads * 4; voxel < reference.length; voxel++) {
    counts[(reference[voxel] << 8) | prediction[voxel]]++;
  }
  return counts;
}

/** Four neighbouring pairs, one in each byte of the two words. */
function countQuad(counts: Float64Array, reference: number, prediction: number): void {
  counts[((reference & 255) << 8) | (prediction & 255)]++;
  counts[(reference & 0xff00) | ((prediction >>> 8) & 255)]++;
  counts[((reference >>> 8) & 0xff00) | ((prediction >>> 16) & 255)]++;
  counts[((reference >>> 16) & 0xff00) | (prediction >>> 24)]++;
}

function tableOf(counts: Float64Array, side: number): Confusion {
  const isPresent = new Uint8Array(side);
  isPresent[0] = 1;
  for (let index = 0; index < counts.length; index++) {
    if (counts[index] === 0) continue;
    isPresent[Math.floor(index / side)] = 1;
    isPresent[index % side] = 1;
  }
  const labels = [...isPresent.keys()].filter((value) => isPresent[value] === 1);
  return { labels, counts: labels.map((row) => labels.map((column) => counts[row * side + column])) };
}

/** Values up to 65,535: number the values that occur first, so that the table stays small. */
function countWidePairs(reference: Voxels, prediction: Voxels): Confusion {
  const indexOf = new Int32Array(65_536).fill(-1);
  indexOf[0] = 0;
  for (const map of [reference, prediction]) {
    for (let voxel = 0; voxel < map.length; voxel++) indexOf[map[voxel]] = 0;
  }
  const labels: number[] = [];
  for (let value = 0; value < indexOf.length; value++) {
    if (indexOf[value] === 0) indexOf[value] = labels.push(value) - 1;
  }
  const rows = labels.map(() => new Map<number, number>());
  for (let voxel = 0; voxel < reference.length; voxel++) {
    const row = rows[indexOf[reference[voxel]]];
    const column = indexOf[prediction[voxel]];
    row.set(column, (row.get(column) ?? 0) + 1);
  }
  return { labels, counts: rows.map((row) => labels.map((_, column) => row.get(column) ?? 0)) };
}
