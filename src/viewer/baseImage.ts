import { NVImage } from '@niivue/niivue';
import { viewableImage } from '../actions/viewableImage';
import { type Geometry, voxelCount } from '../domain/geometry';
import type { Voxel } from './rasGrid';

/** Both panes show the same image, and a person goes back and forth: the last files are kept as they are read. */
const mostKept = 3;
const kept = new Map<File, Promise<NVImage>>();

/** An image as NiiVue holds it, read once for all panes. Rejects when the file cannot be read as an image. */
export function readImage(file: File): Promise<NVImage> {
  const known = kept.get(file);
  const reading = known ?? load(file);
  if (!known) reading.catch(() => kept.delete(file));
  kept.delete(file);
  kept.set(file, reading);
  const [oldest] = kept.keys();
  if (kept.size > mostKept) kept.delete(oldest);
  return reading;
}

async function load(file: File): Promise<NVImage> {
  const shown = await viewableImage(file);
  return NVImage.loadFromFile({ file: shown, name: shown.name, ignoreZeroVoxels: true });
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
export function geometryOf(image: NVImage): Geometry {
  const { affine, pixDims } = image.hdr!;
  return {
    shape: shapeOf(image),
    spacingMm: [pixDims[1], pixDims[2], pixDims[3]],
    affine: affine.flat(),
  };
}

export function shapeOf(image: NVImage): Voxel {
  const [, columns, rows, slices] = image.hdr!.dims;
  return [columns, rows, slices];
}
