import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Cause } from '../domain/errorCause';
import type { LesionProfileName } from '../domain/lesions';
import type { ProfileName } from '../domain/profile';
import type { ViewKind } from '../domain/view';

export type Screen = 'start' | 'cohort' | 'files' | 'case';

export type SliceLayout = 'axial' | 'coronal' | 'sagittal' | 'multiplanar' | 'render';

/** What is on screen: the address holds exactly this. */
export interface Selection {
  screen: Screen;
  caseId: string | null;
  model: string | null;
  /** structureKey of the structure that errors and causes are shown of. */
  structure: string | null;
  view: ViewKind;
  /** The only cause that the view of causes shows; null for all three. */
  cause: Cause | null;
  layout: SliceLayout;
  /** Voxel of the label maps; null until a case is shown. */
  voxel: [number, number, number] | null;
}

/** What a person likes, kept from visit to visit. */
export interface Settings {
  language: 'en' | 'zh';
  colorScheme: 'dark' | 'light';
  profile: ProfileName;
  lesionProfile: LesionProfileName;
  modality: string | null;
  opacity: number;
  isOutlined: boolean;
  isSideBySide: boolean;
}

export interface ViewFacts extends Selection, Settings {
  /** What the address asked for before the files were open. */
  wanted: Selection | null;
  /** Which of the panels beside the picture is open. */
  panel: string;
  /** The prediction is repainted at this threshold (256ths); null shows the map as saved. */
  thresholdStep: number | null;
  /** structureKeys that are switched off in the picture. */
  hidden: string[];
  /** Tolerance of surface Dice and of the boundary (mm); null stands for each case's own default. */
  tauMm: number | null;
}

export const emptySelection: Selection = {
  screen: 'start',
  caseId: null,
  model: null,
  structure: null,
  view: 'prediction',
  cause: null,
  layout: 'multiplanar',
  voxel: null,
};

const startSettings: Settings = {
  language: navigator.language.startsWith('zh') ? 'zh' : 'en',
  colorScheme: 'dark',
  profile: 'nnunet',
  lesionProfile: 'gli-2023',
  modality: null,
  opacity: 0.7,
  isOutlined: false,
  isSideBySide: true,
};

export const useViewStore = create<ViewFacts>()(
  persist((): ViewFacts => ({ ...emptySelection, ...startSettings, wanted: null, panel: 'scores', thresholdStep: null, hidden: [], tauMm: null }), {
    name: 'regionlens.settings',
    partialize: ({ language, colorScheme, profile, lesionProfile, opacity, isOutlined, isSideBySide }) => ({
      language,
      colorScheme,
      profile,
      lesionProfile,
      opacity,
      isOutlined,
      isSideBySide,
    }),
  }),
);
