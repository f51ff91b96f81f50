import type { Pair, Structure } from '../../domain/labelScheme';
import type { CaseScores, PairScores, StructureScores } from '../../domain/results';
import { isSameStructure } from './isSameStructure';

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
