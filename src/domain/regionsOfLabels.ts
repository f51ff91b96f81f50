import type { LabelScheme } from './labelScheme';

/** So many labels have a value for each set of them below 256. */
const mostLabels = 7;

/**
 * A label scheme as one of overlapping regions, for masks one per structure: each label becomes a region of its own
 * value and of further ones, which stand for several labels at once in the order of their sets. null where it has
 * regions already or more labels than sets have values.
 */
export function regionsOfLabels(scheme: LabelScheme): LabelScheme | null {
  const { labels, regions } = scheme;
  const largest = Math.max(0, scheme.ignoreLabel ?? 0, ...labels.map(({ value }) => value));
  if (regions.length > 0 || labels.length < 2 || labels.length > mostLabels) return null;
  const values = labels.map(({ value }) => [value]);
  let next = largest + 1;
  for (let set = 1; set < 1 << labels.length; set++) {
    const members = labels.flatMap((_, place) => (set & (1 << place) ? [place] : []));
    if (members.length < 2) continue;
    for (const place of members) values[place].push(next);
    next++;
  }
  if (next > 256) return null;
  return {
    ...scheme,
    labels: [],
    regions: labels.map(({ name }, place) => ({ name, labels: values[place] })),
    regionsClassOrder: labels.map(({ value }) => value),
  };
}
