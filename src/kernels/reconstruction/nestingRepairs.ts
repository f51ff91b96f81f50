import type { Region } from '../../domain/labelScheme';
import { nestedPairs, parentIndices } from '../../domain/nestedRegions';

/** Clears the bits of children outside any of their parents: the regions become nested by losing voxels. */
export function clipToParents(code: number, regions: readonly Region[]): number {
  return nestedPairs(regions).reduce(
    (clipped, { parent, child }) => (code & (1 << parent) ? clipped : clipped & ~(1 << child)),
    code,
  );
}

/** Sets the bits of all parents of a set child: the regions become nested by gaining voxels. */
export function growToChildren(code: number, regions: readonly Region[]): number {
  return nestedPairs(regions).reduce(
    (grown, { parent, child }) => (code & (1 << child) ? grown | (1 << parent) : grown),
    code,
  );
}

/**
 * The label map of the largest label probability, derived from the regions: the label that region i paints has
 * p(i) minus the probabilities of the regions directly inside it, the background 1 minus those that lie in
 * none. The first of equal ones wins, the background before all, then declared order. Throws a RangeError for
 * class values above 255.
 */
export function argmaxLabels(
  probabilities: readonly (Float32Array | Float64Array)[],
  regions: readonly Region[],
  regionsClassOrder: readonly number[],
): Uint8Array<ArrayBuffer> {
  if (regionsClassOrder.some((value) => value > 255)) throw new RangeError(`values ${regionsClassOrder}`);
  const parents = parentIndices(regions);
  const labels = new Uint8Array(probabilities[0]?.length ?? 0);
  const own = new Float64Array(regions.length);
  for (let voxel = 0; voxel < labels.length; voxel++) {
    let background = 1;
    own.fill(0);
    for (let region = 0; region < own.length; region++) {
      const probability = probabilities[region][voxel];
      own[region] += probability;
      if (parents[region] < 0) background -= probability;
      else own[parents[region]] -= probability;
    }
    let largest = background;
    for (let region = 0; region < own.length; region++) {
      if (own[region] <= largest) continue;
      largest = own[region];
      labels[voxel] = regionsClassOrder[region];
    }
  }
  return labels;
}
