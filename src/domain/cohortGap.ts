import type { PairDistances } from './contourShift';
import type { Cause } from './errorCause';
import { dicePrecision, type GapVerdict } from './gapVerdict';
import type { Interval } from './interval';
import type { GapAccount } from './results';

/** A mean over cases with its 95 % interval, bootstrapped over the cases. */
export interface MeanWithInterval {
  mean: number;
  interval: Interval;
}

/** The account of one pair over the cases of one model in which a gap exists. */
export interface CohortGap {
  cases: number;
  gap: MeanWithInterval;
  /** What each cause adds to the gap; relieved errors count negative. */
  parts: Record<Cause, MeanWithInterval>;
  /** Cases by the cause that does most in the gap's direction; none where there is no gap to speak of. */
  dominant: Record<Cause | 'none', number>;
  /** Cases by verdict; only those whose contour shifts exist. */
  verdicts: Partial<Record<GapVerdict, number>>;
  /** Cases with a gap above zero whose shifts exist: the whole that "shape alone" is a share of. */
  judged: number;
}

/** What each cause adds to the gap of one case: they sum to it. */
export function causeParts(account: GapAccount): Record<Cause, number> {
  return { shared: account.volumeEffect, child: account.accumulatedError, relieved: -account.relief };
}

/** The cause that does most in the gap's direction; 'none' where the gap cannot be seen in two decimals. */
export function dominantCause(account: GapAccount): Cause | 'none' {
  if (!(Math.abs(account.gap) >= dicePrecision)) return 'none';
  const along = Math.sign(account.gap);
  const parts = Object.entries(causeParts(account)) as [Cause, number][];
  return parts.reduce((most, next) => (next[1] * along > most[1] * along ? next : most))[0];
}

/** What of a pair's scores its mean account follows from; little enough to be sent to a worker. */
export interface GapFacts {
  account: GapAccount;
  distances: Pick<PairDistances, 'shapePart' | 'accuracyPart'> | null;
}
