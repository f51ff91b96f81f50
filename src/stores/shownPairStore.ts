import { create } from 'zustand';
import type { Problem } from '../domain/errors';
import type { Geometry } from '../domain/geometry';

/** The voxels of the case on screen: one byte a voxel, code = reference index · K + prediction index. */
export interface ShownPair {
  key: string;
  codes: Uint8Array<ArrayBuffer>;
  values: number[];
  geometry: Geometry;
}

/** The case on screen as far as it is read; while the next one loads, the previous one stays. */
export interface ShownPairFacts {
  pair: ShownPair | null;
  loadingKey: string | null;
  problem: Problem | null;
}

export const useShownPairStore = create<ShownPairFacts>(() => ({
  pair: null,
  loadingKey: null,
  problem: null,
}));
