import { reconstructionBasis } from '../../actions/verifyCohort';
import {
  type CaseReconstruction,
  fromScoresFile,
  type UncheckableReason,
  uncheckableReason,
  type VerdictSummary,
} from '../../domain/caseReconstruction';
import { resultKey } from '../../domain/cohort';
import type { Problem } from '../../domain/errors';
import type { ReconstructionVerdict } from '../../domain/reconstruction';
import { useCohortStore } from '../../stores/cohortStore';
import { useReconstructionsStore } from '../../stores/reconstructionsStore';

/** How far the check of one case and model got, and what came out. */
export interface ReconstructionState {
  status: ReconstructionVerdict['verdict'] | 'uncheckable' | 'failed' | 'waiting';
  reason: UncheckableReason | null;
  check: CaseReconstruction | null;
  problem: Problem | null;
}

/** The state as everything stands now. */
export function reconstructionNow(caseId: string, model: string): ReconstructionState {
  const { cohort, scheme } = useCohortStore.getState();
  const { checks, failures } = useReconstructionsStore.getState();
  const key = resultKey(caseId, model);
  const item = cohort?.cases.find(({ id }) => id === caseId);
  const prediction = item?.predictions.find((candidate) => candidate.model === model);
  const basis = item && prediction ? reconstructionBasis(item, prediction) : null;
  // What a scores file said stays: there are no files that could say otherwise.
  const isCurrent = (known: { basis: string } | undefined) =>
    known !== undefined && (known.basis === basis || known.basis === fromScoresFile);
  const check = isCurrent(checks[key]) ? checks[key] : null;
  const problem = isCurrent(failures[key]) ? failures[key].problem : null;
  if (check?.summary) return { status: check.summary.verdict, reason: null, check, problem: null };
  if (problem) return { status: 'failed', reason: null, check: null, problem };
  const reason = uncheckableReason(prediction, scheme);
  return { status: reason ? 'uncheckable' : 'waiting', reason, check, problem: null };
}

/** The verdict of every pair of the cohort, or why there can be none, by resultKey. */
export function cohortReconstructions(): Record<string, VerdictSummary | UncheckableReason> {
  const { cohort } = useCohortStore.getState();
  const known = (cohort?.cases ?? []).flatMap(({ id, predictions }) =>
    predictions.flatMap(({ model }) => {
      const { check, reason } = reconstructionNow(id, model);
      const found = check?.summary ?? reason;
      return found ? [[resultKey(id, model), found] as const] : [];
    }),
  );
  return Object.fromEntries(known);
}

/** `reconstructionNow` that follows every change. */
export function useReconstruction(caseId: string | null, model: string | null): ReconstructionState {
  useReconstructionsStore();
  useCohortStore((facts) => facts.cohort);
  useCohortStore((facts) => facts.scheme);
  useCohortStore((facts) => facts.files);
  return reconstructionNow(caseId ?? '', model ?? '');
}
