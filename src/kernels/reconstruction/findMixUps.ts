import type { AnswerResult } from '../../domain/results';
import { type LabelMixUp, labelMixUp } from './labelMixUp';

/** What of a result a renaming shows in. */
type MixUpFacts = Pick<AnswerResult, 'caseId' | 'model' | 'confusion'>;

export interface FoundMixUp {
  model: string;
  /** null where it holds for the model over all its cases. */
  caseId: string | null;
  mixUp: LabelMixUp;
}

/** Suspected renamings, of a model over all its cases, and of single cases where the cohort gives none. */
export function findMixUps(results: readonly MixUpFacts[], ignoreLabel: number | null): FoundMixUp[] {
  return [...new Set(results.map(({ model }) => model))].sort().flatMap((model): FoundMixUp[] => {
    const own = results.filter((result) => result.model === model);
    const mixUp = labelMixUp(
      own.map(({ confusion }) => confusion),
      ignoreLabel,
    );
    if (mixUp) return [{ model, caseId: null, mixUp }];
    return own.flatMap(({ caseId, confusion }) => {
      const single = labelMixUp([confusion], ignoreLabel);
      return single ? [{ model, caseId, mixUp: single }] : [];
    });
  });
}
