import { failure, ProblemError } from '../domain/errors';
import type { Geometry } from '../domain/geometry';
import { voxelCount } from '../domain/geometry';
import type { Numbers } from './voxelTypes';

/** What every format tells of its voxels before they come; a voxel's value is slope · stored + intercept. */
export interface VolumeHeader {
  geometry: Geometry;
  /** Volumes behind each other: the product of all dimensions after the third. */
  channels: number;
  slope: number;
  intercept: number;
}

/** Takes the voxels of a volume, block after block in file order. A block is only lent until `add` returns. */
export interface VoxelSink {
  add(values: Numbers): void;
}

/** The voxel counts of a volume as people write them: 240×240×155, with the channels where there are several. */
export function dimensionsOf({ geometry, channels }: Pick<VolumeHeader, 'geometry' | 'channels'>): string {
  return [...geometry.shape, ...(channels > 1 ? [channels] : [])].join('×');
}

/**
 * Memory for a volume, made by `make` from the number of values. Throws 'too-large' as a ProblemError when it
 * would take more than `maxBytes`, before anything is allocated, and when the machine refuses it.
 */
export function allocateVoxels<Voxels extends Numbers>(
  path: string,
  header: Pick<VolumeHeader, 'geometry' | 'channels'>,
  bytesPerValue: number,
  maxBytes: number,
  make: (length: number) => Voxels,
): Voxels {
  const length = voxelCount(header.geometry) * header.channels;
  const bytes = length * bytesPerValue;
  try {
    if (bytes <= maxBytes) return make(length);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  const facts = { dimensions: dimensionsOf(header), megabytes: Math.ceil(bytes / 1e6) };
  throw new ProblemError(failure('too-large', path, facts).problem);
}
