import type { GapAccount } from './results';

/** Dice that differ by less round to the same two decimals; nothing is made of the difference. */
export const dicePrecision = 0.005;

/**
 * Whether the account of a gap says something: where nothing of the region is found, both Dice are 0, and parts
 * that cancel each other out explain no gap.
 */
export function hasAccount({ gap, regionDice, labelDice }: GapAccount): boolean {
  return Number.isFinite(gap) && (regionDice > 0 || labelDice > 0);
}

/** What size and shape on the one hand, and the contour's own accuracy on the other, make of a gap. */
export type GapVerdict =
  | 'no-gap'
  | 'only-shape'
  | 'only-accuracy'
  | 'shape-and-accuracy'
  | 'better-contour'
  | 'better-shape';

/** The verdict on gap = shapePart + accuracyPart (metrics.md §6), by parts that can be seen in two decimals. */
export function gapVerdict(gap: number, shapePart: number, accuracyPart: number): GapVerdict {
  if (Math.abs(gap) < dicePrecision) return 'no-gap';
  if (gap > 0) {
    if (accuracyPart < dicePrecision) return 'only-shape';
    return shapePart < dicePrecision ? 'only-accuracy' : 'shape-and-accuracy';
  }
  return accuracyPart < -dicePrecision ? 'better-contour' : 'better-shape';
}
