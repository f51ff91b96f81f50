import { hasTwoSets, structureKey } from './labelScheme';
import type { PairScores } from './results';

/** The pair that holds the structure of a key; the one with the largest gap when the key names none. */
export function chosenPair(pairs: readonly PairScores[], key: string | null): PairScores {
  const isChosen = ({ pair }: PairScores) =>
    [pair.label, pair.region].some((structure) => structureKey(structure) === key);
  return pairs.find(isChosen) ?? pairOfLargestGap(pairs);
}

/** The pair whose two Dice lie farthest apart; the innermost that has two structures where no gap is known. */
export function pairOfLargestGap(pairs: readonly PairScores[]): PairScores {
  const size = ({ account }: PairScores) => (Number.isFinite(account.gap) ? Math.abs(account.gap) : -1);
  const ofTwo = pairs.filter(({ pair }) => hasTwoSets(pair));
  const asked = ofTwo.length > 0 ? ofTwo : pairs;
  return asked.reduce((most, next) => (size(next) >= size(most) ? next : most));
}
