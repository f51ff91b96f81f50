import { isLeftOut } from '../domain/cohortRow';
import type { CasesRange } from '../domain/comparison';
import { type ProfileName, profiles } from '../domain/profile';
import type { CaseScores, Counts } from '../domain/results';
import type { StructureScoreKind } from '../domain/scoreKinds';

/** The cases behind a mean: those used, and those in which the structure is empty or a file is missing. */
export interface Ledger {
  mean: number;
  used: number;
  bothEmpty: number;
  /** Reference present, prediction empty. */
  missed: number;
  /** Prediction present, reference empty. */
  hallucinated: number;
  missing: number;
  total: number;
}

/** One score of one structure in one case, and how full the structure is there. */
export interface CaseValue {
  caseId: string;
  value: number;
  counts: Counts;
}

/** One score of the structure at `place` of the scheme in every case in which it was measured. */
export function caseValues(
  scores: readonly CaseScores[],
  place: number,
  { take }: Pick<StructureScoreKind, 'take'>,
): CaseValue[] {
  return scores.flatMap(({ result, structures }) => {
    const own = structures[place];
    const { value, reason } = take(own);
    return reason === 'not-computed' ? [] : [{ caseId: result.caseId, value, counts: own.overlap }];
  });
}

/**
 * Mean of one score of one structure over the scored cases under a convention: nnU-Net leaves out cases without
 * a number (NaN), BraTS counts all. A case of which the structure was left out has no score of it, as if it were
 * missing. NaN when no case is used. `total` is the number of cases there should be.
 */
export function ledgerOf(scores: readonly CaseValue[], total: number, profile: ProfileName): Ledger {
  const ledger = { mean: 0, used: 0, bothEmpty: 0, missed: 0, hallucinated: 0, missing: 0, total };
  let sum = 0;
  let leftOut = 0;
  for (const score of scores) {
    const { counts } = score;
    if (isLeftOut(counts)) {
      leftOut++;
      continue;
    }
    const isInReference = counts.tp + counts.fn > 0;
    const isInPrediction = counts.tp + counts.fp > 0;
    if (!isInReference && !isInPrediction) ledger.bothEmpty++;
    else if (!isInPrediction) ledger.missed++;
    else if (!isInReference) ledger.hallucinated++;
    if (!isUsed(score, profile)) continue;
    ledger.used++;
    sum += score.value;
  }
  return { ...ledger, mean: sum / ledger.used, missing: total - scores.length + leftOut };
}

function usedOf(scores: readonly CaseValue[], profile: ProfileName): readonly CaseValue[] {
  return scores.filter((score) => isUsed(score, profile));
}

function isUsed({ value, counts }: CaseValue, profile: ProfileName): boolean {
  return !isLeftOut(counts) && !(profiles[profile].skipsNaN && Number.isNaN(value));
}

/**
 * How many cases are behind means that stand side by side, each given by its scores; null where all means that
 * exist are of the same cases.
 */
export function unlikeCases(
  means: readonly (readonly CaseValue[])[],
  profile: ProfileName,
): CasesRange | null {
  const known = means.map((scores) => usedOf(scores, profile)).filter(({ length }) => length > 0);
  if (known.length === 0) return null;
  const first = new Set(known[0].map(({ caseId }) => caseId));
  const isLike = known.every(
    (used) => used.length === first.size && used.every(({ caseId }) => first.has(caseId)),
  );
  if (isLike) return null;
  const counts = known.map(({ length }) => length);
  return { least: Math.min(...counts), most: Math.max(...counts) };
}
