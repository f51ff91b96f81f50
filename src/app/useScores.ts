import { resultKey } from '../domain/cohort';
import type { LabelScheme } from '../domain/labelScheme';
import type { ProfileName } from '../domain/profile';
import type { CaseScores, PairResult } from '../domain/results';
import { caseScores } from '../kernels/caseScores';
import { useCohortStore } from '../stores/cohortStore';
import { useResultsStore } from '../stores/resultsStore';
import { useViewStore } from '../stores/viewStore';

/** Scores follow from a result, a scheme and a convention; each is worked out once for as long as it lives. */
const known = new WeakMap<PairResult, { scheme: LabelScheme; profile: ProfileName; scores: CaseScores }>();

export function scoresOf(result: PairResult, scheme: LabelScheme, profile: ProfileName): CaseScores {
  const before = known.get(result);
  if (before && before.scheme === scheme && before.profile === profile) return before.scores;
  const scores = caseScores(result, scheme, profile);
  known.set(result, { scheme, profile, scores });
  return scores;
}

/** All scores of the cohort, in the order of its cases and models. */
export function cohortScores(): CaseScores[] {
  const { cohort, scheme } = useCohortStore.getState();
  const { results } = useResultsStore.getState();
  const { profile } = useViewStore.getState();
  if (!cohort || !scheme) return [];
  return cohort.cases.flatMap(({ id, predictions }) =>
    predictions.flatMap(({ model }) => {
      const result = results[resultKey(id, model)];
      return result ? [scoresOf(result, scheme, profile)] : [];
    }),
  );
}

/** `cohortScores` that follows every change. */
export function useCohortScores(): CaseScores[] {
  useCohortStore((facts) => facts.cohort);
  useCohortStore((facts) => facts.scheme);
  useResultsStore((facts) => facts.results);
  useViewStore((view) => view.profile);
  return cohortScores();
}

export function useScoresOf(caseId: string | null, model: string | null): CaseScores | null {
  const scheme = useCohortStore((facts) => facts.scheme);
  const profile = useViewStore((view) => view.profile);
  const result = useResultsStore((facts) => facts.results[resultKey(caseId ?? '', model ?? '')]);
  return scheme && result ? scoresOf(result, scheme, profile) : null;
}
