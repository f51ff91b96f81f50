import type { Numbers, VoxelType } from './voxelTypes';

/**
 * Turns byte chunks of any length into typed arrays of whole voxels, in order. Chunks that lie on the voxels'
 * boundaries are viewed where they are; a voxel split between two chunks is carried over, which costs one copy
 * of the second. Big-endian voxels are swapped in a copy. Blocks are aligned to 32 bits at least.
 */
export class VoxelBlocks {
  private carry = new Uint8Array(0);

  constructor(
    private readonly type: VoxelType,
    private readonly isLittleEndian: boolean,
  ) {}

  /** The voxels that this chunk completes. The array may share the chunk's memory. */
  push(chunk: Uint8Array): Numbers {
    const { bytes } = this.type;
    let whole = chunk;
    const isInPlace = this.carry.length === 0 && chunk.byteOffset % Math.max(bytes, 4) === 0;
    const isSwapped = bytes > 1 && !this.isLittleEndian;
    if (!isInPlace || isSwapped) {
      whole = new Uint8Array(this.carry.length + chunk.length);
      whole.set(this.carry);
      whole.set(chunk, this.carry.length);
    }
    const length = Math.floor(whole.length / bytes);
    this.carry = whole.slice(length * bytes);
    if (isSwapped) swapBytes(whole.subarray(0, length * bytes), bytes);
    return this.type.view(whole.buffer, whole.byteOffset, length);
  }
}

function swapBytes(data: Uint8Array, bytes: number): void {
  for (let start = 0; start < data.length; start += bytes) {
    for (let low = start, high = start + bytes - 1; low < high; low++, high--) {
      const value = data[low];
      data[low] = data[high];
      data[high] = value;
    }
  }
}
