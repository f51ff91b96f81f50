import type { Structure } from '../domain/labelScheme';
import { ratedScores } from '../domain/rating';
import type { CaseScores } from '../domain/results';
import { notComputed, type ScoreNumber, scoresAt } from '../domain/scoreKinds';
import { structureIn } from '../domain/scoresIn';
import { shiftOf } from './caseFindings';

/**
 * The numbers of one structure in the order of ratedScores, each NaN with its reason where it does not exist; a
 * structure in no pair has no shift.
 */
export function ratedNumbers(scores: CaseScores | null, structure: Structure): ScoreNumber[] {
  const found = structureIn(scores, structure);
  if (!scores || !found) return ratedScores.map(() => notComputed);
  const { value, reason } = shiftOf(structure, scores.pairs);
  return [...scoresAt('means').map(({ take }) => take(found)), { value: value ?? Number.NaN, reason }];
}
