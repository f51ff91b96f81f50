import {
  type CohortGap,
  causeParts,
  dominantCause,
  type GapFacts,
  type MeanWithInterval,
} from '../domain/cohortGap';
import { dicePrecision, type GapVerdict, gapVerdict } from '../domain/gapVerdict';
import { meanOf } from '../domain/summarise';
import { bootstrapMeanInterval } from './statistics/bootstrapInterval';

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
