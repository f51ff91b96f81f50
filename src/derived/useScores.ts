import { useEffect, useState } from 'react';
import { Pace } from '../actions/pace';
import { answerKey } from '../domain/cohort';
import type { LabelScheme } from '../domain/labelScheme';
import type { CaseMeasures } from '../domain/measures';
import { remembered } from '../domain/remembered';
import type { AnswerResult, CaseScores, Convention } from '../domain/results';
import { caseScores } from '../kernels/caseScores';
import { useAnswersStore } from '../stores/answersStore';
import { useCohortStore } from '../stores/cohortStore';
import { useViewStore } from '../stores/viewStore';
import { hasSameFields, useUnchanged } from './useUnchanged';

export function conventionOf({ profile, lesionProfile, tauMm }: Convention): Convention {
  return { profile, lesionProfile, tauMm };
}

/** The scores that a result gives under a scheme and a convention. */
export function scoresOf(
  result: AnswerResult,
  scheme: LabelScheme,
  convention: Convention,
  measures: CaseMeasures | null,
): CaseScores {
  const { profile, lesionProfile, tauMm } = convention;
  return rememberedScores(result, scheme, measures, profile, lesionProfile, tauMm);
}

const rememberedScores = remembered(
  (
    result: AnswerResult,
    scheme: LabelScheme,
    measures: CaseMeasures | null,
    profile: Convention['profile'],
    lesionProfile: Convention['lesionProfile'],
    tauMm: Convention['tauMm'],
  ) => caseScores(result, scheme, { profile, lesionProfile, tauMm }, measures),
);

/** The scores of one case and model as everything stands now; null while there are none. */
export function scoresNow(caseId: string | null, model: string | null): CaseScores | null {
  const key = answerKey(caseId ?? '', model ?? '');
  const { scheme } = useCohortStore.getState();
  const { result, measures = null } = useAnswersStore.getState().answers[key] ?? {};
  return scheme && result ? scoresOf(result, scheme, conventionOf(useViewStore.getState()), measures) : null;
}

/** All scores of the cohort, in the order of its cases and models. */
export function cohortScores(): CaseScores[] {
  const { cohort } = useCohortStore.getState();
  return (cohort?.cases ?? []).flatMap(({ id, predictions }) =>
    predictions.flatMap(({ model }) => scoresNow(id, model) ?? []),
  );
}

/** More than this would hold up the page if they were worked out at once. */
const fewScores = 200;

/**
 * False until the scores of a cohort are worked out under the scheme and convention of now, in steps between
 * which the page answers. A small cohort, or one whose scores are known, is ready at once.
 */
export function useScoresReady(): boolean {
  const cohort = useCohortStore((facts) => facts.cohort);
  const scheme = useCohortStore((facts) => facts.scheme);
  const profile = useViewStore((view) => view.profile);
  const lesionProfile = useViewStore((view) => view.lesionProfile);
  const tauMm = useViewStore((view) => view.tauMm);
  const asked = useUnchanged({ cohort, scheme, profile, lesionProfile, tauMm }, hasSameFields);
  const [ready, setReady] = useState<typeof asked | null>(null);
  const isReady = ready === asked || unknownCount(fewScores) < fewScores;
  useEffect(() => {
    if (isReady) return;
    const stop = new AbortController();
    const prepare = async () => {
      const pace = new Pace(stop.signal);
      for (const { id, predictions } of asked.cohort?.cases ?? []) {
        for (const { model } of predictions) scoresNow(id, model);
        await pace.rest();
      }
      setReady(asked);
    };
    prepare().catch((reason) => {
      if (!stop.signal.aborted) throw reason;
    });
    return () => stop.abort();
  }, [asked, isReady]);
  return isReady;
}

/** How many results have no scores under the scheme and convention of now, counted up to `most`. */
function unknownCount(most: number): number {
  const { scheme } = useCohortStore.getState();
  const { profile, lesionProfile, tauMm } = useViewStore.getState();
  let count = 0;
  for (const { result, measures = null } of Object.values(useAnswersStore.getState().answers)) {
    if (!result) continue;
    if (!scheme || !rememberedScores.knows(result, scheme, measures, profile, lesionProfile, tauMm)) count++;
    if (count === most) break;
  }
  return count;
}

/** `scoresNow` that follows every change. */
export function useScoresOf(caseId: string | null, model: string | null): CaseScores | null {
  const key = answerKey(caseId ?? '', model ?? '');
  useCohortStore((facts) => facts.scheme);
  useViewStore((view) => view.profile);
  useViewStore((view) => view.lesionProfile);
  useViewStore((view) => view.tauMm);
  useAnswersStore((facts) => facts.answers[key]);
  return scoresNow(caseId, model);
}
