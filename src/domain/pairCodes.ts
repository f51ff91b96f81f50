import type { Geometry } from './geometry';
import type { SliceCounts } from './sliceCounts';

/**
 * The voxels of a case as one byte each (x fastest, as stored): code = reference index · K + prediction
 * index, the indices counting `values` (0 first), K = values.length ≤ 16.
 */
export interface PairCodes {
  codes: Uint8Array<ArrayBuffer>;
  values: number[];
  geometry: Geometry;
  /** Set where several volumes differ in one box only: going from one to another, only that is drawn anew. */
  varies?: VaryingBox;
}

/** A box of voxels, both ends inside. */
export interface VoxelBox {
  first: Voxel;
  last: Voxel;
}

/** Outside the box the codes are those of `family`, as in every volume of that family. */
export interface VaryingBox extends VoxelBox {
  family: PairCodes['codes'];
}

/** What else is worked out where the files are read, so that the page never goes through the voxels. */
export interface OpenedPair extends PairCodes {
  slices: SliceCounts;
  /** The voxel to begin at, by structureKey, for each axis as stored; structures in neither map are missing. */
  starts: Record<string, [Voxel, Voxel, Voxel]>;
  /** The grids of the case's images by path, as far as their headers can be read. */
  imageGrids: Readonly<Record<string, Geometry>>;
  /** Values that are one here, since a mask that tells them apart was left out; missing where none was. */
  indistinct?: number[][];
}

type Voxel = [number, number, number];
