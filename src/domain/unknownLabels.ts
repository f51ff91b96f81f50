import type { LabelScheme } from './labelScheme';
import { type PresetId, presets } from './presets';
import type { Confusion } from './results';

/** A value that occurs in maps and that the scheme gives no meaning: no score knows of its voxels. */
export interface UnknownLabel {
  value: number;
  caseIds: string[];
  /** In references and predictions together. */
  voxels: number;
}

/**
 * The values of the maps that the scheme does not know, ascending, with the cases that hold them and their voxels.
 * A reference counts once, however many models were compared with it.
 */
export function unknownLabels(
  results: Iterable<{ caseId: string; confusion: Confusion }>,
  scheme: LabelScheme,
): UnknownLabel[] {
  const known = knownValues(scheme);
  const found = new Map<number, { caseIds: Set<string>; voxels: number }>();
  const counted = new Set<string>();
  for (const { caseId, confusion } of results) {
    const isCounted = counted.has(caseId);
    counted.add(caseId);
    confusion.labels.forEach((value, index) => {
      if (known.has(value)) return;
      const row = confusion.counts[index].reduce((sum, count) => sum + count, 0);
      const column = confusion.counts.reduce((sum, counts) => sum + counts[index], 0);
      if (row + column === 0) return;
      const entry = found.get(value) ?? { caseIds: new Set<string>(), voxels: 0 };
      entry.caseIds.add(caseId);
      entry.voxels += (isCounted ? 0 : row) + column;
      found.set(value, entry);
    });
  }
  return [...found]
    .sort(([first], [second]) => first - second)
    .map(([value, { caseIds, voxels }]) => ({ value, caseIds: [...caseIds], voxels }));
}

/**
 * The presets that know these values and give every value that the scheme knows, too, the same regions by name: what
 * the scheme was probably meant to be.
 */
export function presetsThatFit(values: readonly number[], scheme: LabelScheme): PresetId[] {
  const known = knownValues(scheme);
  return presets
    .filter(({ scheme: other }) => {
      const others = knownValues(other);
      return (
        values.every((value) => others.has(value)) &&
        [...known].every(
          (value) => !others.has(value) || regionsOf(value, other) === regionsOf(value, scheme),
        )
      );
    })
    .map(({ id }) => id);
}

function knownValues({ labels, regions, ignoreLabel }: LabelScheme): Set<number> {
  const named = [...labels.map(({ value }) => value), ...regions.flatMap((region) => region.labels)];
  return new Set([0, ...named, ...(ignoreLabel === null ? [] : [ignoreLabel])]);
}

function regionsOf(value: number, { regions }: LabelScheme): string {
  return regions
    .filter(({ labels }) => labels.includes(value))
    .map(({ name }) => name)
    .sort()
    .join();
}
