import type { Geometry } from './geometry';
import type { PairCodes } from './pairCodes';
import type { SliceCounts } from './sliceCounts';

type Voxel = [number, number, number];

/** What else is worked out where the files are read, so that the page never goes through the voxels. */
export interface OpenedAnswer extends PairCodes {
  slices: SliceCounts;
  /** The voxel to begin at, by structureKey, for each axis as stored; structures in neither map are missing. */
  starts: Record<string, [Voxel, Voxel, Voxel]>;
  /** The grids of the case's images by path, as far as their headers can be read. */
  imageGrids: Readonly<Record<string, Geometry>>;
  /** Values that are one here, since a mask that tells them apart was left out; missing where none was. */
  indistinct?: number[][];
}
