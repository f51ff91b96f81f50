import type { MapDifference } from '../../domain/reconstruction';
import type { Confusion } from '../../domain/results';
import { jointHistogram } from '../jointHistogram';
import { voxelPlace } from './voxelPlace';

/** How a saved map differs from the painted one: the table (rows painted), the count and the place. */
export function compareMaps(
  painted: Uint8Array | Uint16Array,
  saved: Uint8Array | Uint16Array,
  shape: readonly [number, number, number],
): MapDifference {
  const table = jointHistogram(painted, saved);
  const differingVoxels = differingVoxelsOf(table);
  const place = differingVoxels > 0 ? voxelPlace(shape, (voxel) => painted[voxel] !== saved[voxel]) : null;
  return { voxels: painted.length, differingVoxels, table, place };
}

/** The voxels off the diagonal of a table. */
export function differingVoxelsOf({ counts }: Confusion): number {
  return counts.reduce(
    (sum, row, index) =>
      sum + row.reduce((total, voxels, column) => total + (column === index ? 0 : voxels), 0),
    0,
  );
}
