import { create } from 'zustand';
import type { CaseAttributes } from '../domain/caseAttributes';
import type { Problem } from '../domain/errors';

/** The table of case attributes that was joined, or why the last one could not be. */
export interface AttributesFacts {
  attributes: CaseAttributes | null;
  /** The table as it was read: cases that are opened later are looked up in it, too. */
  table: { name: string; text: string } | null;
  problem: Problem | null;
}

export const emptyAttributes: AttributesFacts = { attributes: null, table: null, problem: null };

export const useAttributesStore = create<AttributesFacts>(() => emptyAttributes);
