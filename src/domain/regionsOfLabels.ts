import type { LabelScheme } from './labelScheme';

/** A label map holds values from 0 to 255. */
const largestValue = 255;

/**
 * A label scheme as one of overlapping regions, for masks one per structure: each label becomes a region of its own
 * value and of further ones, which stand for several labels at once: all pairs, then all sets of three and so on, as
 * far as there are values. null where it has regions already, or more labels than their pairs have values (22).
 */
export function regionsOfLabels(scheme: LabelScheme): LabelScheme | null {
  const { labels, regions } = scheme;
  if (regions.length > 0 || labels.length < 2) return null;
  const values = labels.map(({ value }) => [value]);
  let next = Math.max(scheme.ignoreLabel ?? 0, ...labels.map(({ value }) => value)) + 1;
  for (let size = 2; size <= labels.length; size++) {
    if (next + setCount(labels.length, size) - 1 > largestValue) {
      if (size === 2) return null;
      break;
    }
    for (const set of setsOf(labels.length, size)) {
      for (const place of set) values[place].push(next);
      next++;
    }
  }
  return {
    ...scheme,
    labels: [],
    regions: labels.map(({ name }, place) => ({ name, labels: values[place] })),
    regionsClassOrder: labels.map(({ value }) => value),
  };
}

/** How many sets of `size` there are among `count`. */
function setCount(count: number, size: number): number {
  let sets = 1;
  for (let taken = 0; taken < size; taken++) sets = (sets * (count - taken)) / (taken + 1);
  return sets;
}

/** All sets of `size` places below `count`, in the order of their first place, then the second. */
function setsOf(count: number, size: number, from = 0): number[][] {
  if (size === 0) return [[]];
  const sets: number[][] = [];
  for (let first = from; first <= count - size; first++)
    for (const rest of setsOf(count, size - 1, first + 1)) sets.push([first, ...rest]);
  return sets;
}
