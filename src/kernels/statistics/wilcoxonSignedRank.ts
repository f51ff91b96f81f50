import { averageRanks, tieSizes } from './averageRanks';
import { normalTail } from './normalTail';

/** Two-sided result. `count` differences are not zero; those that are, `zeros`, take no part. */
export interface SignedRankTest {
  count: number;
  zeros: number;
  positiveRankSum: number;
  negativeRankSum: number;
  /** NaN when no difference is left. */
  pValue: number;
  method: 'exact' | 'normal-approximation';
  /** Matched-pairs rank-biserial correlation, (R₊ − R₋)/(R₊ + R₋): 1 when every difference is positive. */
  rankBiserial: number;
}

/** Above this the exact distribution is not used, as in scipy. */
const MAXIMAL_EXACT_COUNT = 50;

/**
 * Wilcoxon's signed-rank test of paired differences, NaN left out, zeros dropped (scipy's
 * zero_method='wilcox'). Exact up to 50 differences without ties and zeros; otherwise the normal approximation
 * with the variance corrected for ties and, as scipy's default, without continuity correction.
 */
export function wilcoxonSignedRank(differences: readonly number[]): SignedRankTest {
  const known = differences.filter((difference) => !Number.isNaN(difference));
  const moved = known.filter((difference) => difference !== 0);
  const count = moved.length;
  const sizes = moved.map(Math.abs);
  const ranks = averageRanks(sizes);
  const ties = tieSizes(sizes);
  const positiveRankSum = ranks.reduce((sum, rank, index) => sum + (moved[index] > 0 ? rank : 0), 0);
  const rankSum = (count * (count + 1)) / 2;
  const negativeRankSum = rankSum - positiveRankSum;
  const zeros = known.length - count;
  const isExact = count <= MAXIMAL_EXACT_COUNT && ties.length === 0 && zeros === 0;
  const smaller = Math.min(positiveRankSum, negativeRankSum);
  return {
    count,
    zeros,
    positiveRankSum,
    negativeRankSum,
    pValue:
      count === 0
        ? Number.NaN
        : isExact
          ? exactPValue(smaller, count)
          : approximatePValue(smaller, count, ties),
    method: isExact ? 'exact' : 'normal-approximation',
    rankBiserial: count === 0 ? Number.NaN : (positiveRankSum - negativeRankSum) / rankSum,
  };
}

/** Twice the share of the 2^count sign patterns whose rank sum is this small; all counts fit a double. */
function exactPValue(smallerSum: number, count: number): number {
  const patterns = new Float64Array((count * (count + 1)) / 2 + 1);
  patterns[0] = 1;
  let reached = 0;
  for (let rank = 1; rank <= count; rank++) {
    reached += rank;
    for (let sum = reached; sum >= rank; sum--) patterns[sum] += patterns[sum - rank];
  }
  let below = 0;
  for (let sum = 0; sum <= smallerSum; sum++) below += patterns[sum];
  return Math.min(1, (2 * below) / 2 ** count);
}

function approximatePValue(smallerSum: number, count: number, ties: readonly number[]): number {
  const mean = (count * (count + 1)) / 4;
  const tieLoss = ties.reduce((sum, size) => sum + size * (size * size - 1), 0) / 2;
  const variance = (count * (count + 1) * (2 * count + 1) - tieLoss) / 24;
  return 2 * normalTail(Math.abs(smallerSum - mean) / Math.sqrt(variance));
}
