import { create } from 'zustand';

export type CohortTab = 'table' | 'compare' | 'triage';

/** How the cohort is looked at: every tab, chart and table reads it, so that they show the same cases. */
export interface CohortViewFacts {
  tab: CohortTab;
}

export const emptyCohortView: CohortViewFacts = { tab: 'table' };

export const useCohortViewStore = create<CohortViewFacts>(() => emptyCohortView);
