import { findCase } from '../actions/caseSources';
import { reconstructionBasis } from '../actions/verifyCohort';
import {
  type CaseReconstruction,
  scoresFileBasis,
  type UncheckableReason,
  uncheckableReason,
  type VerdictState,
} from '../domain/caseReconstruction';
import { answerKey } from '../domain/cohort';
import type { Problem } from '../domain/errors';
import { useCohortStore } from '../stores/cohortStore';
import { useReconstructionsStore } from '../stores/reconstructionsStore';

/** How far the check of one case and model got, and what came out. */
export interface ReconstructionState {
  status: VerdictState;
  reason: UncheckableReason | null;
  check: CaseReconstruction | null;
  problem: Problem | null;
}

/** The state as everything stands now. */
export function reconstructionNow(caseId: string, model: string): ReconstructionState {
  const { scheme } = useCohortStore.getState();
  const { checks, failures } = useReconstructionsStore.getState();
  const key = answerKey(caseId, model);
  const item = findCase(caseId);
  const prediction = item?.predictions.find((candidate) => candidate.model === model);
  const basis = item && prediction ? reconstructionBasis(item, prediction) : null;
  const told = scheme && scoresFileBasis(scheme);
  const isCurrent = (known: { basis: string } | undefined) =>
    known !== undefined && (known.basis === basis || known.basis === told);
  const check = isCurrent(checks[key]) ? checks[key] : null;
  const problem = isCurrent(failures[key]) ? failures[key].problem : null;
  if (check?.summary) return { status: check.summary.verdict, reason: null, check, problem: null };
  if (problem) return { status: 'failed', reason: null, check: null, problem };
  const reason = uncheckableReason(prediction, scheme);
  return { status: reason ? 'uncheckable' : 'waiting', reason, check, problem: null };
}

/** `reconstructionNow` that follows every change. */
export function useReconstruction(caseId: string | null, model: string | null): ReconstructionState {
  useReconstructionsStore();
  useCohortStore((facts) => facts.cohort);
  useCohortStore((facts) => facts.scheme);
  useCohortStore((facts) => facts.files);
  return reconstructionNow(caseId ?? '', model ?? '');
}
