type Triple = [number, number, number];

/** The middle of an error in the slice along one axis where it is largest. */
export interface ErrorSpot {
  voxel: Triple;
  areaMm2: number;
}

/** A connected set of voxels that were all missed, or all extra. */
export interface ErrorComponent {
  kind: 'missed' | 'extra';
  voxels: number;
  size: number;
  /** `lower` belongs to it, `upper` no longer does. */
  box: { lower: Triple; upper: Triple };
  /** One per axis as stored. */
  spots: [ErrorSpot, ErrorSpot, ErrorSpot];
  /** How far its farthest voxel lies from the reference boundary; null when the reference has none. */
  farthestMm: number | null;
  /** Which label was taken for which, the most voxels first. */
  confusions: { reference: number; prediction: number; voxels: number }[];
}

/** Where one structure of a case goes wrong. */
export interface StructureErrors {
  /** The largest components, largest first. */
  components: ErrorComponent[];
  /** How many there are and how many voxels they hold, the small ones that are not listed included. */
  count: number;
  voxels: number;
  boundary: ReferenceBoundary;
}

/** The voxels on both sides of the reference's boundary, as places in the volume (x fastest). */
export interface ReferenceBoundary {
  inside: Int32Array<ArrayBuffer>;
  outside: Int32Array<ArrayBuffer>;
}
