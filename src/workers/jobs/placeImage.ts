import { alignGeometry } from '../../domain/alignGeometry';
import { type Geometry, voxelCount } from '../../domain/geometry';
import type { ImagePlacement } from '../../domain/imagePlacement';
import { reorient } from '../../io/alignToReference';
import type { Volume } from '../../io/readVolume';
import { resampleImage } from '../../kernels/resampleImage';

/** An image's intensities voxel by voxel under label maps, and how they came there. */
export interface PlacedImage {
  voxels: Float32Array;
  placement: ImagePlacement;
}

/**
 * Lays an image (its first channel) under label maps: voxel by voxel on the same grid and where headers of equal
 * size contradict each other, as label maps are compared; in space where its axes are turned or its grid is
 * another one. The label maps themselves are never touched.
 */
export function placeImage({ voxels, geometry }: Volume, onto: Geometry): PlacedImage {
  const first = voxels.subarray(0, voxelCount(geometry));
  const alignment = alignGeometry(onto, geometry);
  switch (alignment.kind) {
    case 'same-grid':
      return { voxels: first, placement: { kind: 'by-voxel', distanceMm: 0 } };
    case 'headers-apart':
      return { voxels: first, placement: { kind: 'by-voxel', distanceMm: alignment.distanceMm } };
    case 'reoriented':
      return {
        voxels: reorient(first, geometry.shape, alignment.reorientation),
        placement: { kind: 'turned' },
      };
    case 'grid-mismatch': {
      const resampled = resampleImage(first, geometry, onto);
      const covered = resampled.covered / voxelCount(onto);
      return {
        voxels: resampled.voxels,
        placement: { kind: 'interpolated', shape: geometry.shape, covered },
      };
    }
  }
}
