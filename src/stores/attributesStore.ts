import { create } from 'zustand';
import type { CaseAttributes } from '../domain/caseAttributes';
import type { Problem } from '../domain/errors';

/** The table of case attributes that was joined, or why the last one could not be. */
export interface AttributesFacts {
  attributes: CaseAttributes | null;
  problem: Problem | null;
}

export const emptyAttributes: AttributesFacts = { attributes: null, problem: null };

export const useAttributesStore = create<AttributesFacts>(() => emptyAttributes);
