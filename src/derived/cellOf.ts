import type { CohortColumn } from '../domain/cohortColumn';
import type { CohortRow } from '../domain/cohortRow';
import { pairScores, type ScoreNumber, structureScores } from '../domain/scoreKinds';
import { pairIn, structureIn } from '../domain/scoresIn';

const nothing: ScoreNumber = { value: Number.NaN, reason: null };

/** The number of a row in a column; NaN without a reason for rows without scores and for columns of words. */
export function cellOf({ scores }: CohortRow, { quantity, structure, pair }: CohortColumn): ScoreNumber {
  const ofStructure = structure && structureIn(scores, structure);
  if (ofStructure) return takers.get(quantity)?.(ofStructure) ?? nothing;
  const ofPair = pair && pairIn(scores, pair);
  return ofPair ? (pairTakers.get(quantity)?.(ofPair) ?? nothing) : nothing;
}

/** The number alone. */
export function numberIn(row: CohortRow, column: CohortColumn): number {
  return cellOf(row, column).value;
}

const takers = new Map<string, (typeof structureScores)[number]['take']>(
  structureScores.map(({ key, take }) => [key, take]),
);
const pairTakers = new Map<string, (typeof pairScores)[number]['take']>(
  pairScores.map(({ key, take }) => [key, take]),
);
