import { isSubsetOf } from '../domain/isSubsetOf';
import type { Region } from '../domain/labelScheme';

/** Whether some regions overlap without one lying in the other: painting one over the other would lose voxels. */
export function isOverlapping(regions: readonly Region[]): boolean {
  return regions.some(({ labels }, index) =>
    regions.slice(index + 1).some(({ labels: others }) => {
      const isApart = !labels.some((value) => others.includes(value));
      return !isApart && !isSubsetOf(labels, others) && !isSubsetOf(others, labels);
    }),
  );
}

/**
 * The label map in which every region is exactly its mask: each voxel gets the value that lies in just the regions
 * whose masks hold it, 0 outside all. `masks`: one byte a voxel, not 0 inside, null for an empty one. Where no value
 * lies in just these regions, the places of such a set are returned instead.
 */
export function paintMembership(
  masks: readonly (Uint8Array | null)[],
  regions: readonly { labels: readonly number[] }[],
  voxelCount: number,
): Uint8Array<ArrayBuffer> | { unnamed: number[] } {
  const valueOfSet = new Map<number, number>([[0, 0]]);
  for (const value of new Set(regions.flatMap(({ labels }) => labels))) {
    const set = regions.reduce(
      (sum, { labels }, place) => (labels.includes(value) ? sum + 2 ** place : sum),
      0,
    );
    if (!valueOfSet.has(set)) valueOfSet.set(set, value);
  }
  const painted = new Uint8Array(voxelCount);
  for (let voxel = 0; voxel < voxelCount; voxel++) {
    let set = 0;
    for (let place = 0; place < masks.length; place++) {
      const mask = masks[place];
      if (mask !== null && mask[voxel] !== 0) set += 2 ** place;
    }
    if (set === 0) continue;
    const value = valueOfSet.get(set);
    if (value === undefined) {
      return { unnamed: masks.flatMap((mask, place) => (mask && mask[voxel] !== 0 ? [place] : [])) };
    }
    painted[voxel] = value;
  }
  return painted;
}
