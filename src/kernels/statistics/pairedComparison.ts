import type { BootstrapOptions, Interval } from '../../domain/interval';
import { type Summary, summarise } from '../../domain/summarise';
import { bootstrapMeanInterval } from './bootstrapInterval';
import { type SignedRankTest, wilcoxonSignedRank } from './wilcoxonSignedRank';

/** Two models on the same cases: first minus second. A case without a number for either takes no part. */
export interface PairedComparison {
  differences: Summary;
  /** Bootstrap interval of the mean difference over cases. */
  meanInterval: Interval;
  test: SignedRankTest;
  wins: number;
  ties: number;
  losses: number;
  /** Cases left out because one of the two has no number. */
  incomplete: number;
}

/** Compares paired scores of which more is better; |difference| ≤ `tieWidth` is a tie among wins and losses. */
export function pairedComparison(
  first: readonly number[],
  second: readonly number[],
  tieWidth = 0,
  options?: BootstrapOptions,
): PairedComparison {
  if (first.length !== second.length) throw new RangeError(`${first.length} and ${second.length} scores`);
  const all = first.map((score, index) => score - second[index]);
  const differences = all.filter((difference) => !Number.isNaN(difference));
  const wins = differences.filter((difference) => difference > tieWidth).length;
  const losses = differences.filter((difference) => difference < -tieWidth).length;
  return {
    differences: summarise(differences),
    meanInterval: bootstrapMeanInterval(differences, options),
    test: wilcoxonSignedRank(differences),
    wins,
    ties: differences.length - wins - losses,
    losses,
    incomplete: all.length - differences.length,
  };
}
