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

/**
 * Mean of one score of one structure over the scored cases under a convention: nnU-Net leaves out cases without
 * a number (NaN), BraTS counts all. NaN when no case is used. `total` is the number of cases there should be.
 */
export function ledgerOf(
  scores: readonly { value: number; counts: Counts }[],
  total: number,
  profile: ProfileName,
): Ledger {
  const used = profiles[profile].skipsNaN ? scores.filter(({ value }) => !Number.isNaN(value)) : scores;
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
