import type { NVImage } from '@niivue/niivue';
import { useEffect, useState } from 'react';
import { readImage, shapeOf } from './baseImage';
import type { Voxel } from './rasGrid';

interface IntensityProps {
  file: File;
  voxel: Voxel;
  /** The grid of the label maps; an image on another one has no value for their voxels. */
  shape: Voxel;
}

/** The image's value at a voxel, scaled as its header says; "–" while it is read or where it has none. */
export function Intensity({ file, voxel, shape }: IntensityProps) {
  const [shown, setShown] = useState<{ file: File; image: NVImage } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    readImage(file).then(
      (image) => isCurrent && setShown({ file, image }),
      // The pane says why an image cannot be read.
      () => isCurrent && setShown(null),
    );
    return () => {
      isCurrent = false;
    };
  }, [file]);
  const value = shown?.file === file ? intensityAt(shown.image, voxel, shape) : null;
  return <>{value === null ? '–' : formatIntensity(value)}</>;
}

function intensityAt(image: NVImage, [x, y, z]: Voxel, shape: Voxel): number | null {
  const { img, hdr } = image;
  if (!img || !hdr || shapeOf(image).some((count, axis) => count !== shape[axis])) return null;
  const stored = Number(img[x + shape[0] * (y + shape[1] * z)]);
  return stored * (hdr.scl_slope || 1) + (hdr.scl_inter || 0);
}

function formatIntensity(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toPrecision(4);
}
