import type { Structure } from '../../domain/labelScheme';

/**
 * True for structures of one scheme that hold the same labels in the same order. Comparing keys would make a
 * text for every cell of a table.
 */
export function isSameStructure(first: Structure, second: Structure): boolean {
  if (first === second) return true;
  return (
    first.kind === second.kind &&
    first.labels.length === second.labels.length &&
    first.labels.every((value, index) => value === second.labels[index])
  );
}
