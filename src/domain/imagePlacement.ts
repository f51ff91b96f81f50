import type { Geometry } from './geometry';

/** How an image came to lie under label maps. */
export type ImagePlacement =
  /** Voxel by voxel; the headers place a voxel up to this far apart. */
  | { kind: 'by-voxel'; distanceMm: number }
  /** Where its header places it, with its axes turned as the label maps' run. */
  | { kind: 'turned' }
  /** Where its header places it, interpolated from another grid; the share of the labels' grid that it fills. */
  | { kind: 'interpolated'; shape: Geometry['shape']; covered: number };
