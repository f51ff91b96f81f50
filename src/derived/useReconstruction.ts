import { findCase } from '../actions/caseSources';
import { reconstructionBasis } from '../actions/verifyCohort';
import {
  type CaseReconstruction,
  scoresFileBasis,
  type UncheckableReason,
  uncheckableReason,
  type VerdictState,
} from '../domain/caseReconstruction';
import { answerKey, predictionOf } from '../domain/cohort';
import type { Problem } from '../domain/errors';
import { useAnswersStore } from '../stores/answersStore';
import { useCohortStore } from '../stores/cohortStore';

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
  const known = useAnswersStore.getState().answers[answerKey(caseId, model)];
  const item = findCase(caseId);
  const prediction = predictionOf(item, model);
  const basis = item && prediction ? reconstructionBasis(item, prediction) : null;
  const told = scheme && scoresFileBasis(scheme);
  const ofNow = <Found extends { basis: string }>(found: Found | undefined): Found | null =>
    found && (found.basis === basis || found.basis === told) ? found : null;
  const check = ofNow(known?.check);
  const problem = ofNow(known?.checkFailure)?.problem ?? null;
  if (check?.summary) return { status: check.summary.verdict, reason: null, check, problem: null };
  if (problem) return { status: 'failed', reason: null, check: null, problem };
  const reason = uncheckableReason(prediction, scheme);
  return { status: reason ? 'uncheckable' : 'waiting', reason, check, problem: null };
}

/** `reconstructionNow` that follows every change. */
export function useReconstruction(caseId: string | null, model: string | null): ReconstructionState {
  useAnswersStore((facts) => facts.answers[answerKey(caseId ?? '', model ?? '')]);
  useCohortStore((facts) => facts.cohort);
  useCohortStore((facts) => facts.scheme);
  useCohortStore((facts) => facts.files);
  return reconstructionNow(caseId ?? '', model ?? '');
}
