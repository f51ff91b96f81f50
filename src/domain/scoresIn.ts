import type { Pair, Structure } from './labelScheme';
import type { CaseScores, PairScores, StructureScores } from './results';

/** The scores of a structure in those of a case; undefined without scores, or under a scheme that has it not. */
export function structureIn(
  scores: Pick<CaseScores, 'structures'> | null,
  structure: Structure,
): StructureScores | undefined {
  return scores?.structures.find((item) => isSameStructure(item.structure, structure));
}

/** The scores of a pair in those of a case; undefined as above. */
export function pairIn(
  scores: Pick<CaseScores, 'pairs'> | null,
  { region, label }: Pair,
): PairScores | undefined {
  return scores?.pairs.find(
    ({ pair }) => isSameStructure(pair.region, region) && isSameStructure(pair.label, label),
  );
}

/**
 * True for structures of one scheme that hold the same labels in the same order. Comparing keys would make a
 * text for every cell of a table.
 */
function isSameStructure(first: Structure, second: Structure): boolean {
  if (first === second) return true;
  return (
    first.kind === second.kind &&
    first.labels.length === second.labels.length &&
    first.labels.every((value, index) => value === second.labels[index])
  );
}
