import { create } from 'zustand';
import type { Problem } from '../domain/errors';
import type { StructureErrors } from '../domain/structureErrors';

/** Where the chosen structure of the case on screen goes wrong. */
export interface ErrorsFacts {
  /** The case, model and structure that all of this is about; null while none is on screen. */
  key: string | null;
  /** null while they are looked for. */
  errors: StructureErrors | null;
  problem: Problem | null;
  /** Place in the list of the error that was jumped to last. */
  current: number | null;
}

export const noErrorsYet: ErrorsFacts = { key: null, errors: null, problem: null, current: null };

export const useErrorsStore = create<ErrorsFacts>(() => noErrorsYet);
