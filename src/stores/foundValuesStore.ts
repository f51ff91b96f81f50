import { create } from 'zustand';

/** A label value with its voxels and in how many files it occurs. */
export interface FoundValue {
  value: number;
  voxels: number;
  files: number;
  /** What the files themselves call it, each name once; an empty one where a file gives it none. */
  names: string[];
}

/** The label values of the first case, counted before anything is scored; null while they are not. */
export interface FoundValuesFacts {
  firstCase: FoundValue[] | null;
}

export const useFoundValuesStore = create<FoundValuesFacts>(() => ({ firstCase: null }));
