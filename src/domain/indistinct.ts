/**
 * Which label values (0, the background, among them) are no longer told apart where only some of the label sets are
 * known: classes of values that lie in the same known sets, though not in the same sets altogether. Each class is
 * ascending; values that no set tells apart at any time are no matter of what is missing.
 */
export function indistinctValues(
  sets: readonly (readonly number[])[],
  isKnown: readonly boolean[],
): number[][] {
  const classes = new Map<string, number[]>();
  const known = sets.filter((_, place) => isKnown[place]);
  for (const value of ascending(new Set([0, ...sets.flat()]))) {
    const key = holders(known, value);
    classes.set(key, [...(classes.get(key) ?? []), value]);
  }
  return [...classes.values()].filter((values) => values.some((value) => differ(sets, value, values[0])));
}

/** The classes of both together: values that either map does not tell apart cannot be compared between them. */
export function joinClasses(
  first: readonly (readonly number[])[],
  second: readonly (readonly number[])[],
): number[][] {
  let joined: number[][] = [];
  for (const values of [...first, ...second]) {
    const touching = joined.filter((others) => others.some((value) => values.includes(value)));
    const whole = ascending(new Set([...values, ...touching.flat()]));
    joined = [...joined.filter((others) => !touching.includes(others)), whole];
  }
  return joined;
}

/** Whether a structure of these labels is the same voxels whichever value of a class its voxels have. */
export function isToldApart(labels: readonly number[], classes: readonly (readonly number[])[]): boolean {
  return classes.every((values) => {
    const held = values.filter((value) => labels.includes(value)).length;
    return held === 0 || held === values.length;
  });
}

function differ(sets: readonly (readonly number[])[], first: number, second: number): boolean {
  return holders(sets, first) !== holders(sets, second);
}

/** The places of the sets that hold a value. */
function holders(sets: readonly (readonly number[])[], value: number): string {
  return sets.flatMap((set, place) => (set.includes(value) ? [place] : [])).join(',');
}

function ascending(values: ReadonlySet<number>): number[] {
  return [...values].sort((first, second) => first - second);
}
