import type { Geometry } from './geometry';
import type { GeometryWarning } from './results';

/** One structure of a segmentation that names its own (3D Slicer's). */
export interface Segment {
  name: string;
  /** Its voxels in its layer. */
  value: number;
  layer: number;
}

/**
 * A label map as stored in its file (x fastest). One byte a voxel unless a value exceeds 255. `values` are
 * the label values that occur, ascending, with their voxel counts.
 */
export interface LabelMap {
  voxels: Uint8Array | Uint16Array;
  geometry: Geometry;
  values: { value: number; count: number }[];
  /** What the file says doubtfully, or what masks say against each other; missing where nothing is. */
  warnings?: GeometryWarning[];
  /** Values that a mask left out would tell apart (indistinctValues). */
  indistinct?: number[][];
  /** Structures that the scheme knows and that have no mask: they count as empty. */
  withoutMask?: { name: string; labels: readonly number[] }[];
  /** What the file itself says that its values mean; an empty list for a segmentation of nothing. */
  segments?: Segment[];
  /** The scheme had a say in these values: another scheme gives another map. */
  isPainted?: true;
  /** A softmax of nnU-Net 1 without the file that says to which box it was cut. */
  mayBeCut?: true;
}
