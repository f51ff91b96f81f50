import type { Region } from '../../domain/labelScheme';
import { nestedPairs } from '../../domain/nestedRegions';
import type { NestingViolation } from '../../domain/reconstruction';
import type { RegionCodes } from './regionCodes';
import { voxelPlace } from './voxelPlace';

/** For every pair of nested regions the voxels inside the child but outside the parent, with their place. */
export function nestingViolations(
  codes: RegionCodes,
  shape: readonly [number, number, number],
  regions: readonly Region[],
): NestingViolation[] {
  return nestedPairs(regions).map(({ parent, child }) => {
    const both = (1 << parent) | (1 << child);
    const childOnly = 1 << child;
    const place = voxelPlace(shape, (voxel) => (codes[voxel] & both) === childOnly);
    return { parent: regions[parent].name, child: regions[child].name, voxels: place?.voxels ?? 0, place };
  });
}
