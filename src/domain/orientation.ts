import { alignGeometry } from './alignGeometry';
import type { Geometry } from './geometry';

/** How a case lies in the patient, for every picture of it. */
export interface CaseOrientation {
  /** Voxel of the label maps to millimetres (RAS+), 4×4, row by row. */
  affine: number[];
  /** Whether the headers agree about directions: else no picture may say R or L without a word. */
  isSideCertain: boolean;
}

/**
 * Which header orients a case. An image that lies under the label maps voxel by voxel, although the headers place
 * it elsewhere, orients them: it is the scanner's own. Everywhere else the label maps' header does.
 */
export function caseOrientation(labels: Geometry, image: Geometry | null): CaseOrientation {
  const isPlaced = !labels.isUnplaced;
  if (!image) return { affine: labels.affine, isSideCertain: isPlaced };
  const alignment = alignGeometry(labels, image);
  if (alignment.kind !== 'headers-apart') return { affine: labels.affine, isSideCertain: isPlaced };
  return { affine: image.affine, isSideCertain: alignment.byHeader === null };
}
