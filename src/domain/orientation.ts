import { alignGeometry, pointTheSameWay } from './alignGeometry';
import type { Geometry, SideDoubt } from './geometry';

/** How a case lies in the patient, for every picture of it. */
export interface CaseOrientation {
  /** The grid of the label maps by the header that orients: directions, places and edges (mm) of its voxels. */
  geometry: Geometry;
  /** null where every header agrees about directions. */
  sideDoubt: SideDoubt | null;
}

/**
 * Which header orients a case. An image that lies under the label maps voxel by voxel orients them where its header
 * has a form: it is the scanner's own. Everywhere else the label maps' header does. A side is certain where every
 * header has a form and all their axes point the same way.
 */
export function caseOrientation(labels: Geometry, image: Geometry | null): CaseOrientation {
  const beneath = image && isByVoxel(labels, image) ? image : null;
  const geometry = beneath && !beneath.isUnplaced ? beneath : labels;
  return {
    geometry,
    sideDoubt: labels.sideDoubt ?? (beneath && doubtBetween(labels, beneath)) ?? doubtOf(labels),
  };
}

/** What speaks against one of two headers on one grid, voxel by voxel; null where they point the same way. */
export function doubtBetween(first: Geometry, second: Geometry): SideDoubt | null {
  return doubtOf(first) ?? doubtOf(second) ?? (pointTheSameWay(first, second) ? null : 'contradicting');
}

function doubtOf({ isUnplaced }: Geometry): SideDoubt | null {
  return isUnplaced ? 'unplaced' : null;
}

function isByVoxel(labels: Geometry, image: Geometry): boolean {
  const { kind } = alignGeometry(labels, image);
  return kind === 'same-grid' || kind === 'headers-apart';
}
