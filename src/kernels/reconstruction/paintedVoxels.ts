import type { PaintedVoxels } from '../../domain/caseReconstruction';
import type { Geometry } from '../../domain/geometry';
import type { VoxelBox } from '../../domain/pairCodes';

/**
 * The voxels that repainting can change: where any region's byte of thresholdSteps or the saved label is not 0,
 * with these bytes. Millions of voxels are gone through here, so that moving the threshold touches only these.
 */
export function paintedVoxels(
  steps: readonly Uint8Array[],
  saved: Uint8Array | Uint16Array | null,
  { shape }: Geometry,
): PaintedVoxels {
  const volumes = saved ? [...steps, isAnywhere(saved)] : steps;
  const voxels = voxelsWhereAny(volumes);
  return { voxels, steps: steps.map((region) => valuesAt(region, voxels)), ...boxOf(voxels, shape) };
}

/** A byte a voxel that is 0 exactly where the label is. */
function isAnywhere(saved: Uint8Array | Uint16Array): Uint8Array {
  return saved instanceof Uint8Array ? saved : Uint8Array.from(saved, (value) => (value === 0 ? 0 : 1));
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
function boxOf(voxels: Int32Array, [width, height]: Geometry['shape']): VoxelBox {
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
