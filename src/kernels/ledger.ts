import { isLeftOut } from '../domain/cohortRow';
import type { CasesRange } from '../domain/comparison';
import { type ProfileName, profiles } from '../domain/profile';
import type { Counts } from '../domain/results';

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

/**
 * Mean of one score of one structure over the scored cases under a convention: nnU-Net leaves out cases without
 * a number (NaN), BraTS counts all. A case of which the structure was left out has no score of it, as if it were
 * missing. NaN when no case is used. `total` is the number of cases there should be.
 */
export function ledgerOf(all: readonly CaseValue[], total: number, profile: ProfileName): Ledger {
  const scores = all.filter(({ counts }) => !isLeftOut(counts));
  const used = usedOf(scores, profile);
  const sum = used.reduce((before, { value }) => before + value, 0);
  const counts = scores.map((score) => score.counts);
  return {
    mean: sum / used.length,
    used: used.length,
    bothEmpty: counts.filter(({ tp, fp, fn }) => tp + fp + fn === 0).length,
    missed: counts.filter(({ tp, fp, fn }) => tp + fn > 0 && tp + fp === 0).length,
    hallucinated: counts.filter(({ tp, fp, fn }) => tp + fn === 0 && tp + fp > 0).length,
    missing: total - scores.length,
    total,
  };
}

function usedOf(scores: readonly CaseValue[], profile: ProfileName): readonly CaseValue[] {
  const { skipsNaN } = profiles[profile];
  return scores.filter(({ value, counts }) => !isLeftOut(counts) && !(skipsNaN && Number.isNaN(value)));
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
