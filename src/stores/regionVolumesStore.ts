import { create } from 'zustand';
import type { RegionVolumes } from '../domain/caseReconstruction';
import type { Problem } from '../domain/errors';

/** The raw regions of the case on screen, under the answerKey and the basis that they belong to. */
export interface ShownRegions extends RegionVolumes {
  key: string;
  basis: string;
}

export interface RegionVolumesFacts {
  regions: ShownRegions | null;
  loadingKey: string | null;
  problem: Problem | null;
}

export const noRegionVolumes: RegionVolumesFacts = { regions: null, loadingKey: null, problem: null };

export const useRegionVolumesStore = create<RegionVolumesFacts>(() => noRegionVolumes);
