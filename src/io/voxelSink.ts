import { failure, ProblemError } from '../domain/errors';
import type { Geometry } from '../domain/geometry';
import type { Segment } from '../domain/labelMap';
import type { Numbers } from './voxelTypes';

/** What every format tells of its voxels before they come; a voxel's value is slope · stored + intercept. */
export interface VolumeHeader {
  geometry: Geometry;
  /** Volumes behind each other: the product of all dimensions after the third. */
  channels: number;
  slope: number;
  intercept: number;
  /** The voxel edges that the header's form implies, where they contradict its spacing. */
  contradictingMm?: [number, number, number];
  /** The structures that the file names. */
  segments?: Segment[];
  /** The axes (0, 1, 2) whose voxel edge the header leaves open; 1 of its unit stands for it. */
  unstatedAxes?: number[];
}

/** Takes the voxels of a volume, block after block in file order. A block is only lent until `add` returns. */
export interface VoxelSink {
  add(values: Numbers): void;
}

/** The lengths of a volume's axes, the channels last where there are several. */
export function axisLengths({ geometry, channels }: Pick<VolumeHeader, 'geometry' | 'channels'>): number[] {
  return channels > 1 ? [...geometry.shape, channels] : geometry.shape;
}

/**
 * Memory for an array with axes of these lengths, made by `make` from the number of its values. Throws
 * 'too-large' as a ProblemError when it would take more than `maxBytes`, before anything is allocated, and
 * when the machine refuses it.
 */
export function allocateVoxels<Voxels extends Numbers>(
  path: string,
  lengths: readonly number[],
  bytesPerValue: number,
  maxBytes: number,
  make: (count: number) => Voxels,
): Voxels {
  const count = lengths.reduce((product, length) => product * length, 1);
  const bytes = count * bytesPerValue;
  try {
    if (bytes <= maxBytes) return make(count);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  const facts = { dimensions: lengths.join('×'), megabytes: Math.ceil(bytes / 1e6) };
  throw new ProblemError(failure('too-large', path, facts).problem);
}
