import { useMemo } from 'react';
import type { AnswerResult } from '../domain/results';
import { type FoundValue, useFoundValuesStore } from '../stores/foundValuesStore';
import { useResults } from './useResults';

/** The label values of all scored files, or of the first case while nothing is scored. */
export function useFoundValues(): { values: FoundValue[]; isOfAll: boolean } {
  const results = useResults();
  const firstCase = useFoundValuesStore((facts) => facts.firstCase);
  return useMemo(() => {
    if (results.length === 0) return { values: firstCase ?? [], isOfAll: false };
    return { values: valuesOf(results), isOfAll: true };
  }, [results, firstCase]);
}

/** Every file once: models of one case share its reference. */
function valuesOf(results: readonly AnswerResult[]): FoundValue[] {
  const found = new Map<number, FoundValue>();
  const seen = new Set<string>();
  const count = (file: string, labels: number[], voxelsOf: (index: number) => number) => {
    if (seen.has(file)) return;
    seen.add(file);
    labels.forEach((value, index) => {
      const voxels = voxelsOf(index);
      if (value === 0 || voxels === 0) return;
      const known = found.get(value) ?? { value, voxels: 0, files: 0, names: [''] };
      found.set(value, { ...known, voxels: known.voxels + voxels, files: known.files + 1 });
    });
  };
  for (const { reference, prediction, confusion } of results) {
    const { labels, counts } = confusion;
    count(reference.file, labels, (row) => counts[row].reduce((sum, voxels) => sum + voxels, 0));
    count(prediction.file, labels, (column) => counts.reduce((sum, row) => sum + row[column], 0));
  }
  return [...found.values()].sort((first, second) => first.value - second.value);
}
