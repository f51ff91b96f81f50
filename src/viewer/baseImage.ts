import { NVImage } from '@niivue/niivue';
import { imageOnto, viewableImage } from '../actions/viewableImage';
import { alignGeometry } from '../domain/alignGeometry';
import { type Geometry, voxelCount } from '../domain/geometry';
import type { ImagePlacement } from '../domain/imagePlacement';

/** An image as NiiVue holds it, voxel by voxel under label maps. */
export interface BaseImage {
  image: NVImage;
  placement: ImagePlacement;
}

/** Both panes show the same image, and a person goes back and forth: the last files are kept as they are read. */
const mostKept = 3;
const kept = new Map<File, { grid: string; reading: Promise<BaseImage> }>();

/** An image under label maps, read once for all panes. Rejects when the file cannot be read as an image. */
export function readImage(file: File, onto: Geometry): Promise<BaseImage> {
  const grid = String([...onto.shape, ...onto.affine]);
  const known = kept.get(file);
  const reading = known?.grid === grid ? known.reading : load(file, onto);
  kept.delete(file);
  kept.set(file, { grid, reading });
  if (known?.reading !== reading) reading.catch(() => kept.delete(file));
  const [oldest] = kept.keys();
  if (kept.size > mostKept) kept.delete(oldest);
  return reading;
}

/** Headers that contradict each other are left alone, as they are between label maps. */
async function load(file: File, onto: Geometry): Promise<BaseImage> {
  const image = await loadFile(await viewableImage(file));
  const alignment = alignGeometry(onto, geometryOf(image));
  if (alignment.kind === 'same-grid') return { image, placement: { kind: 'by-voxel', distanceMm: 0 } };
  if (alignment.kind === 'headers-apart') {
    return { image, placement: { kind: 'by-voxel', distanceMm: alignment.distanceMm } };
  }
  const placed = await imageOnto(file, onto);
  return { image: await loadFile(placed.file), placement: placed.placement };
}

function loadFile(file: File): Promise<NVImage> {
  return NVImage.loadFromFile({ file, name: file.name, ignoreZeroVoxels: true });
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
  return NVImage.loadFromFile({
    file: new File([bytes as BlobPart], 'black.nii'),
    name: 'black.nii',
    cal_min: 0,
    cal_max: 1,
  });
}

/** The grid of an image by its own header, as stored in the file. */
function geometryOf(image: NVImage): Geometry {
  const { affine, pixDims, dims } = image.hdr!;
  return {
    shape: [dims[1], dims[2], dims[3]],
    spacingMm: [pixDims[1], pixDims[2], pixDims[3]],
    affine: affine.flat(),
  };
}
