import { NVImage } from '@niivue/niivue';
import { imageOnto, viewableImage } from '../actions/viewableImage';
import { alignGeometry } from '../domain/alignGeometry';
import { type Geometry, voxelCount } from '../domain/geometry';
import type { ImagePlacement } from '../domain/imagePlacement';
import { caseOrientation } from '../domain/orientation';
import { straightened } from '../domain/planeAxis';
import { coarsened, drawnStep } from './drawnGrid';

/** An image as NiiVue holds it, voxel by voxel under label maps. */
export interface BaseImage {
  image: NVImage;
  placement: ImagePlacement;
}

/** Both panes show the same image, and a person goes back and forth: the last files are kept as they are read. */
const mostKept = 3;
const kept = new Map<File, { grid: string; reading: Promise<BaseImage> }>();

/** An image under label maps, read once for all panes. Rejects when the file cannot be read as an image. */
export function readImage(file: File, own: Geometry, onto: Geometry): Promise<BaseImage> {
  const grid = String([...onto.shape, ...onto.affine]);
  const known = kept.get(file);
  const reading = known?.grid === grid ? known.reading : load(file, own, onto);
  kept.delete(file);
  kept.set(file, { grid, reading });
  if (known?.reading !== reading) reading.catch(() => kept.delete(file));
  const [oldest] = kept.keys();
  if (kept.size > mostKept) kept.delete(oldest);
  return reading;
}

/** As coarse as the labels are drawn. Headers that contradict each other are left alone, as they are between label maps. */
async function load(file: File, own: Geometry, onto: Geometry): Promise<BaseImage> {
  const alignment = alignGeometry(onto, own);
  const step = drawnStep(onto);
  const geometry = coarsened(caseOrientation(onto, own).geometry, step);
  if (alignment.kind === 'same-grid' || alignment.kind === 'headers-apart') {
    const distanceMm = alignment.kind === 'same-grid' ? 0 : alignment.distanceMm;
    const image = await loadFile(
      step === 1 ? await viewableImage(file) : (await imageOnto(file, coarsened(own, step))).file,
      geometry,
    );
    return { image, placement: { kind: 'by-voxel', distanceMm } };
  }
  const placed = await imageOnto(file, coarsened(onto, step));
  return { image: await loadFile(placed.file, geometry), placement: placed.placement };
}

async function loadFile(file: File, geometry: Geometry): Promise<NVImage> {
  const image = await NVImage.loadFromFile({ file, name: file.name, ignoreZeroVoxels: true });
  lieAs(geometry, image);
  return image;
}

/**
 * Lays an image as every other picture of the case lies. NiiVue reads headers by rules of its own, and chooses axes
 * otherwise where they are oblique; a header without obliqueness leaves it no choice.
 */
function lieAs(geometry: Geometry, image: NVImage): void {
  const header = image.hdr;
  if (!header) throw new Error('an image without a header');
  const { spacingMm } = geometry;
  const affine = straightened(geometry);
  header.affine = [0, 4, 8, 12].map((row) => affine.slice(row, row + 4));
  spacingMm.forEach((edge, axis) => {
    header.pixDims[axis + 1] = edge;
  });
  image.calculateRAS();
}

const blackName = 'black.nii';

/** Whether it stands in place of an image. */
export function isBlackImage({ name }: NVImage): boolean {
  return name === blackName;
}

/** A black volume on the grid of the label maps, for cases without a usable image. */
export async function blackImage(geometry: Geometry): Promise<NVImage> {
  const uint8 = 2;
  const bytes = NVImage.createNiftiArray(
    [...geometry.shape],
    [...geometry.spacingMm],
    [...geometry.affine],
    uint8,
    new Uint8Array(voxelCount(geometry)),
  );
  const image = await NVImage.loadFromFile({
    file: new File([bytes as BlobPart], blackName),
    name: blackName,
    cal_min: 0,
    cal_max: 1,
  });
  lieAs(geometry, image);
  return image;
}
