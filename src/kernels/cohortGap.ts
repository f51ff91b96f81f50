import type { PairDistances } from '../domain/contourShift';
import type { Cause } from '../domain/errorCause';
import { dicePrecision, type GapVerdict, gapVerdict } from '../domain/gapVerdict';
import type { GapAccount } from '../domain/results';
import { bootstrapMeanInterval, type Interval } from './statistics/bootstrapInterval';
import { meanOf } from './statistics/summarise';

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

/** Means, intervals and counts of one pair over cases; null when no case has a gap. */
export function cohortGap(scores: readonly GapFacts[]): CohortGap | null {
  const known = scores.filter(({ account }) => Number.isFinite(account.gap));
  if (known.length === 0) return null;
  const accounts = known.map(({ account }) => account);
  const parts = accounts.map(causeParts);
  const dominant = { shared: 0, child: 0, relieved: 0, none: 0 };
  for (const account of accounts) dominant[dominantCause(account)]++;
  const verdicts: Partial<Record<GapVerdict, number>> = {};
  let judged = 0;
  for (const { account, distances } of known) {
    const shapePart = distances?.shapePart.value ?? null;
    const accuracyPart = distances?.accuracyPart.value ?? null;
    if (shapePart === null || accuracyPart === null) continue;
    const verdict = gapVerdict(account.gap, shapePart, accuracyPart);
    verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
    if (account.gap >= dicePrecision) judged++;
  }
  return {
    cases: known.length,
    gap: withInterval(accounts.map(({ gap }) => gap)),
    parts: {
      shared: withInterval(parts.map(({ shared }) => shared)),
      child: withInterval(parts.map(({ child }) => child)),
      relieved: withInterval(parts.map(({ relieved }) => relieved)),
    },
    dominant,
    verdicts,
    judged,
  };
}

function withInterval(values: number[]): MeanWithInterval {
  return { mean: meanOf(values), interval: bootstrapMeanInterval(values) };
}
