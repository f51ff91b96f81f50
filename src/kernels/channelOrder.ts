import { isSubsetOf } from '../domain/isSubsetOf';
import type { LabelScheme } from '../domain/labelScheme';

/** How much of a smaller channel may lie outside a larger one: heads of a network disagree at the edges. */
const mostOutside = 0.1;

/**
 * Which channel (a mask, not 0 inside) is which region, as far as nesting alone says it: for each region of the
 * scheme in declared order the place of its channel. null where regions do not lie in each other in one chain,
 * or the channels do not. Channels that are equal may stand for each other: no number depends on it.
 */
export function channelOrder(masks: readonly Uint8Array[], { regions }: LabelScheme): number[] | null {
  if (masks.length !== regions.length) return null;
  const outerFirst = regions
    .map(({ labels }, region) => ({ labels, region }))
    .sort((first, second) => second.labels.length - first.labels.length);
  const isChain = outerFirst.every(
    ({ labels }, place) =>
      place === 0 ||
      (labels.length < outerFirst[place - 1].labels.length &&
        isSubsetOf(labels, outerFirst[place - 1].labels)),
  );
  if (!isChain) return null;
  const sizes = masks.map((mask) => mask.reduce((sum, value) => sum + (value === 0 ? 0 : 1), 0));
  const largerFirst = masks
    .map((_, channel) => channel)
    .sort((first, second) => sizes[second] - sizes[first]);
  for (let place = 1; place < largerFirst.length; place++) {
    const [outer, inner] = [largerFirst[place - 1], largerFirst[place]];
    const outside = countOutside(masks[inner], masks[outer]);
    const isSame = sizes[inner] === sizes[outer] && outside === 0;
    // Of two of nearly one size that each stick out, the larger need not be the outer one.
    const isClear = outside <= mostOutside * sizes[inner] && sizes[outer] - sizes[inner] > outside;
    if (!isSame && !isClear) return null;
  }
  const order: number[] = [];
  outerFirst.forEach(({ region }, place) => {
    order[region] = largerFirst[place];
  });
  return order;
}

function countOutside(inner: Uint8Array, outer: Uint8Array): number {
  let outside = 0;
  for (let voxel = 0; voxel < inner.length; voxel++) {
    if (inner[voxel] !== 0 && outer[voxel] === 0) outside++;
  }
  return outside;
}
