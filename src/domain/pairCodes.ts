import type { Geometry } from './geometry';

/**
 * The voxels of a case as one byte each (x fastest, as stored): code = reference index · K + prediction
 * index, the indices counting `values` (0 first), K = values.length ≤ 16.
 */
export interface PairCodes {
  codes: Uint8Array<ArrayBuffer>;
  values: number[];
  geometry: Geometry;
}
