import type { Geometry } from './geometry';
import type { FileWarning } from './results';

/**
 * A label map as stored in its file (x fastest). One byte a voxel unless a value exceeds 255. `values` are
 * the label values that occur, ascending, with their voxel counts.
 */
export interface LabelMap {
  voxels: Uint8Array | Uint16Array;
  geometry: Geometry;
  values: { value: number; count: number }[];
  /** What the file says doubtfully; missing where nothing is. */
  warnings?: FileWarning[];
}
