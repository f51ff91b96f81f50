import type { Confusion } from '../domain/results';

type Voxels = Uint8Array | Uint16Array;

const BYTE_VALUES = 256;

/**
 * Counts every (reference label, prediction label) pair of two maps of equal length in one pass: the table
 * from which all overlap scores follow (METRICS.md §2). Labels ascend and always hold 0.
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

/** Four voxels at a time where both maps hold 0, which is most of a head. */
function countBytePairs(reference: Uint8Array, prediction: Uint8Array): Float64Array {
  const counts = new Float64Array(BYTE_VALUES * BYTE_VALUES);
  const isAligned = reference.byteOffset % 4 === 0 && prediction.byteOffset % 4 === 0;
  const quads = isAligned ? reference.length >> 2 : 0;
  const referenceQuads = new Uint32Array(reference.buffer, isAligned ? reference.byteOffset : 0, quads);
  const predictionQuads = new Uint32Array(prediction.buffer, isAligned ? prediction.byteOffset : 0, quads);
  let emptyQuads = 0;
  for (let quad = 0; quad < quads; quad++) {
    const r = referenceQuads[quad];
    const p = predictionQuads[quad];
    if ((r | p) === 0) {
      emptyQuads++;
      continue;
    }
    counts[((r & 255) << 8) | (p & 255)]++;
    counts[(r & 0xff00) | ((p >>> 8) & 255)]++;
    counts[((r >>> 8) & 0xff00) | ((p >>> 16) & 255)]++;
    counts[((r >>> 16) & 0xff00) | (p >>> 24)]++;
  }
  counts[0] += emptyQuads * 4;
  for (let voxel = quads * 4; voxel < reference.length; voxel++) {
    counts[(reference[voxel] << 8) | prediction[voxel]]++;
  }
  return counts;
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
