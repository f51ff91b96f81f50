import { create } from 'zustand';
import type { CaseReconstruction } from '../domain/caseReconstruction';
import type { Problem } from '../domain/errors';

/** What checking the reconstruction found, by answerKey(caseId, model). */
export interface ReconstructionsFacts {
  checks: Record<string, CaseReconstruction>;
  /** Why a prediction with raw regions could not be checked, with the basis that it holds for. */
  failures: Record<string, { basis: string; problem: Problem }>;
}

export const emptyReconstructions: ReconstructionsFacts = { checks: {}, failures: {} };

export const useReconstructionsStore = create<ReconstructionsFacts>(() => emptyReconstructions);
