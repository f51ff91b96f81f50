import type { NVImage } from '@niivue/niivue';
import { useEffect, useState } from 'react';
import type { Geometry } from '../domain/geometry';
import { readImage } from './baseImage';
import type { Voxel } from './rasGrid';

interface IntensityProps {
  file: File;
  /** As its header says; null where that cannot be read. */
  grid: Geometry | null;
  voxel: Voxel;
  /** The grid of the label maps; an image on another one is read where its header places it. */
  geometry: Geometry;
}

/** The image's value at a voxel, scaled as its header says; "–" while it is read or where it has none. */
export function Intensity({ file, grid, voxel, geometry }: IntensityProps) {
  const [shown, setShown] = useState<{ file: File; image: NVImage } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    if (!grid) return;
    readImage(file, grid, geometry).then(
      ({ image }) => isCurrent && setShown({ file, image }),
      // The pane says why an image cannot be read.
      () => isCurrent && setShown(null),
    );
    return () => {
      isCurrent = false;
    };
  }, [file, grid, geometry]);
  const value = shown?.file === file ? intensityAt(shown.image, voxel, geometry) : null;
  return <>{value === null ? '–' : formatIntensity(value)}</>;
}

function intensityAt(image: NVImage, [x, y, z]: Voxel, { shape }: Geometry): number | null {
  const { img, hdr } = image;
  if (!img || !hdr || shape.some((count, axis) => count !== hdr.dims[axis + 1])) return null;
  const stored = Number(img[x + shape[0] * (y + shape[1] * z)]);
  return stored * (hdr.scl_slope || 1) + (hdr.scl_inter || 0);
}

function formatIntensity(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toPrecision(4);
}
