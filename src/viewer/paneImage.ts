import type { NVImage } from '@niivue/niivue';
import { headerDistanceMm } from '../domain/geometry';
import type { PairCodes } from '../domain/pairCodes';
import { blackImage, geometryOf, readImage, shapeOf } from './baseImage';
import type { RasGrid, Voxel } from './rasGrid';

/** Why a case is shown without its image, or not at all, or with more trust in voxels than in headers. */
export type PaneNotice =
  | { kind: 'no-webgl' }
  | { kind: 'image-grid-differs'; file: string; imageShape: Voxel; labelShape: Voxel }
  | { kind: 'image-unreadable'; file: string }
  /** By their headers, image and label maps lie up to this far from each other. */
  | { kind: 'headers-apart'; file: string; distanceMm: number };

/** What a pane shows: an image, and the codes over it voxel by voxel. */
export interface Shown {
  image: NVImage;
  pair: PairCodes;
  grid: RasGrid;
}

/** Headers may disagree by rounding: up to this share of the smallest voxel edge. */
const headerTolerance = 0.01;

/** The image under the labels, or a black one where it cannot be laid under them. */
export async function baseOf(
  file: File | null,
  pair: PairCodes,
  shown: Shown | null,
): Promise<{ base: NVImage; notices: PaneNotice[] }> {
  const notices: PaneNotice[] = [];
  if (file) {
    try {
      const base = await readImage(file);
      const imageShape = shapeOf(base);
      const labelShape = pair.geometry.shape;
      if (imageShape.every((count, axis) => count === labelShape[axis])) {
        const distanceMm = headerDistanceMm(geometryOf(base), pair.geometry);
        const isApart = distanceMm > headerTolerance * Math.min(...pair.geometry.spacingMm);
        if (isApart) notices.push({ kind: 'headers-apart', file: file.name, distanceMm });
        return { base, notices };
      }
      notices.push({ kind: 'image-grid-differs', file: file.name, imageShape, labelShape });
    } catch {
      notices.push({ kind: 'image-unreadable', file: file.name });
    }
  }
  const isBlack = shown?.image.name === 'black.nii' && shown.pair.geometry === pair.geometry;
  return { base: isBlack ? shown.image : await blackImage(pair.geometry), notices };
}
