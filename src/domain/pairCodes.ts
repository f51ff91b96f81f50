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

/** All volumes with the same `family` are equal outside the box, whose ends are both inside. */
export interface VaryingBox {
  family: object;
  first: Voxel;
  last: Voxel;
}

/** What else is worked out where the files are read, so that the page never goes through the voxels. */
export interface OpenedPair extends PairCodes {
  slices: SliceCounts;
  /** The voxel to begin at, by structureKey, for each axis as stored; structures in neither map are missing. */
  starts: Record<string, [Voxel, Voxel, Voxel]>;
}

type Voxel = [number, number, number];
