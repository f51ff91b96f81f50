import { create } from 'zustand';
import type { Problem } from '../domain/errors';
import type { CaseMeasures } from '../domain/measures';

/** What was measured beyond the overlap, by answerKey(caseId, model). */
export interface MeasuresFacts {
  measures: Record<string, CaseMeasures>;
  /** Why a scored case could not be measured. */
  failures: Record<string, Problem>;
}

export const emptyMeasures: MeasuresFacts = { measures: {}, failures: {} };

export const useMeasuresStore = create<MeasuresFacts>(() => emptyMeasures);
