import { type ProfileName, profiles } from '../domain/profile';
import type { OverlapScores } from '../domain/results';

/** The cases behind a mean: those used, and those in which the structure is empty or a file is missing. */
export interface Ledger {
  meanDice: number;
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
 * Mean Dice of one structure over the scored cases under a convention: nnU-Net leaves out cases without a
 * number, BraTS counts all. NaN when no case is used. `total` is the number of cases there should be.
 */
export function ledgerOf(scores: readonly OverlapScores[], total: number, profile: ProfileName): Ledger {
  const used = profiles[profile].skipsNaN ? scores.filter(({ dice }) => !Number.isNaN(dice)) : scores;
  const sum = used.reduce((dice, score) => dice + score.dice, 0);
  return {
    meanDice: sum / used.length,
    used: used.length,
    bothEmpty: scores.filter(({ tp, fp, fn }) => tp + fp + fn === 0).length,
    missed: scores.filter(({ tp, fp, fn }) => tp + fn > 0 && tp + fp === 0).length,
    hallucinated: scores.filter(({ tp, fp, fn }) => tp + fn === 0 && tp + fp > 0).length,
    missing: total - scores.length,
    total,
  };
}
