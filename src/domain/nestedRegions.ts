import type { Region } from './labelScheme';

/** Indices of two regions of which the child's labels are a proper part of the parent's. */
export interface NestedPair {
  parent: number;
  child: number;
}

/** All nested pairs, also over several generations, parents in declared order. */
export function nestedPairs(regions: readonly Region[]): NestedPair[] {
  return regions.flatMap((parent, parentIndex) =>
    regions.flatMap((child, childIndex) =>
      isProperPart(child, parent) ? [{ parent: parentIndex, child: childIndex }] : [],
    ),
  );
}

/** The smallest region that properly contains each region; −1 for those that lie in none. */
export function parentIndices(regions: readonly Region[]): number[] {
  return regions.map((child) => {
    const parents = regions.flatMap((parent, index) => (isProperPart(child, parent) ? [index] : []));
    return parents.reduce(
      (smallest, index) =>
        smallest < 0 || new Set(regions[index].labels).size < new Set(regions[smallest].labels).size
          ? index
          : smallest,
      -1,
    );
  });
}

function isProperPart(child: Region, parent: Region): boolean {
  return (
    new Set(child.labels).size < new Set(parent.labels).size &&
    child.labels.every((label) => parent.labels.includes(label))
  );
}
