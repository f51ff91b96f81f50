import { alignGeometry, directions } from './alignGeometry';
import type { Geometry } from './geometry';

/** How a case lies in the patient, for every picture of it. */
export interface CaseOrientation {
  /** Voxel of the label maps to millimetres (RAS+), 4×4, row by row. */
  affine: number[];
  /** Whether the headers agree about directions: else no picture may say R or L without a word. */
  isSideCertain: boolean;
}

/** Axes nearer to each other than 45° point the same way. */
const sameWay = Math.SQRT1_2;

/**
 * Which header orients a case. An image that lies under the label maps voxel by voxel, although the headers place
 * it elsewhere, orients them: it is the scanner's own. Everywhere else the label maps' header does, also where the
 * image's has no form. A side is certain where every header has a form and all their axes point the same way.
 */
export function caseOrientation(labels: Geometry, image: Geometry | null): CaseOrientation {
  const isPlaced = !labels.isUnplaced;
  if (!image) return { affine: labels.affine, isSideCertain: isPlaced };
  if (alignGeometry(labels, image).kind !== 'headers-apart') {
    return { affine: labels.affine, isSideCertain: isPlaced };
  }
  const { affine } = image.isUnplaced ? labels : image;
  return { affine, isSideCertain: isPlaced && !image.isUnplaced && pointTheSameWay(labels, image) };
}

function pointTheSameWay(first: Geometry, second: Geometry): boolean {
  const others = directions(second);
  return directions(first).every(
    (direction, axis) =>
      direction.reduce((sum, part, world) => sum + part * others[axis][world], 0) > sameWay,
  );
}
