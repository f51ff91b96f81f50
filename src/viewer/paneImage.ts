import type { NVImage } from '@niivue/niivue';
import type { Geometry } from '../domain/geometry';
import type { ImagePlacement } from '../domain/imagePlacement';
import type { PairCodes } from '../domain/pairCodes';
import { blackImage, isBlackImage, readImage } from './baseImage';
import { coarsened, drawnStep } from './drawnGrid';
import type { RasGrid, Voxel } from './rasGrid';

/** Why a case is shown without its image, or not at all, or with more trust in voxels than in headers. */
export type PaneNotice =
  | { kind: 'no-webgl' }
  /** So large that of so many voxels along each axis one is drawn. */
  | { kind: 'coarse'; step: number }
  /** On another grid than the label maps: interpolated in space, over this share of their grid. */
  | { kind: 'image-interpolated'; file: string; imageShape: Voxel; labelShape: Voxel; covered: number }
  | { kind: 'image-turned'; file: string }
  /** By its header it lies nowhere near the label maps. */
  | { kind: 'image-elsewhere'; file: string }
  | { kind: 'image-unreadable'; file: string }
  /** By their headers, image and label maps lie up to this far from each other. */
  | { kind: 'headers-apart'; file: string; distanceMm: number };

/** What a pane shows: an image, and the codes over it voxel by voxel. */
export interface Shown {
  image: NVImage;
  pair: PairCodes;
  grid: RasGrid;
}

/** The image under the labels, or a black one where it cannot be laid under them. */
export async function baseOf(
  file: File | null,
  grid: Geometry | null,
  pair: PairCodes,
  shown: Shown | null,
): Promise<{ base: NVImage; notices: PaneNotice[] }> {
  const step = drawnStep(pair.geometry);
  const notices: PaneNotice[] = step > 1 ? [{ kind: 'coarse', step }] : [];
  if (file) {
    try {
      if (!grid) throw new Error('the header cannot be read');
      const { image, placement } = await readImage(file, grid, pair.geometry);
      const isElsewhere = placement.kind === 'interpolated' && placement.covered === 0;
      if (isElsewhere) notices.push({ kind: 'image-elsewhere', file: file.name });
      else return { base: image, notices: [...notices, ...noticesOf(file, placement, pair)] };
    } catch {
      notices.push({ kind: 'image-unreadable', file: file.name });
    }
  }
  const isBlack = shown && isBlackImage(shown.image) && shown.pair.geometry === pair.geometry;
  return { base: isBlack ? shown.image : await blackImage(coarsened(pair.geometry, step)), notices };
}

function noticesOf(file: File, placement: ImagePlacement, { geometry }: PairCodes): PaneNotice[] {
  switch (placement.kind) {
    case 'turned':
      return [{ kind: 'image-turned', file: file.name }];
    case 'interpolated':
      return [
        {
          kind: 'image-interpolated',
          file: file.name,
          imageShape: placement.shape,
          labelShape: geometry.shape,
          covered: placement.covered,
        },
      ];
    case 'by-voxel': {
      const { distanceMm } = placement;
      return distanceMm > 0 ? [{ kind: 'headers-apart', file: file.name, distanceMm }] : [];
    }
  }
}
