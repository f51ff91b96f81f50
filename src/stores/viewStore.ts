import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Cause } from '../domain/errorCause';
import type { LesionProfileName } from '../domain/lesions';
import type { PaneArrangement, PaneDrawing, SidePane } from '../domain/panes';
import type { ProfileName } from '../domain/profile';
import type { ViewKind } from '../domain/view';

export type Screen = 'start' | 'cohort' | 'files' | 'case' | 'rate';

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
  arrangement: PaneArrangement;
  /** How the main pane is drawn. */
  drawing: PaneDrawing;
  /** The panes beside the main one, as far as the arrangement has room for them. */
  sidePanes: readonly SidePane[];
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
  /** structureKeys with a share of the opacity other than 1. */
  shares: Readonly<Record<string, number>>;
  /** The main pane shows what the first of the others shows. */
  isBlinking: boolean;
  /** Where the curtain parts two pictures, 0 to 1 from the left. */
  curtain: number;
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
  arrangement: 'two',
  drawing: 'fill',
  sidePanes: [
    { view: 'reference', model: null, drawing: 'fill' },
    { view: 'errors', model: null, drawing: 'fill' },
    { view: 'confusion', model: null, drawing: 'fill' },
  ],
};

export const useViewStore = create<ViewFacts>()(
  persist(
    (): ViewFacts => ({
      ...emptySelection,
      ...startSettings,
      wanted: null,
      panel: 'scores',
      thresholdStep: null,
      hidden: [],
      shares: {},
      isBlinking: false,
      curtain: 0.5,
      tauMm: null,
    }),
    {
      name: 'regionlens.settings',
      partialize: ({
        language,
        colorScheme,
        profile,
        lesionProfile,
        opacity,
        arrangement,
        drawing,
        sidePanes,
        layout,
      }) => ({
        language,
        colorScheme,
        profile,
        lesionProfile,
        opacity,
        arrangement,
        drawing,
        sidePanes,
        layout,
      }),
    },
  ),
);
