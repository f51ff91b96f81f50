import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { LesionProfileName } from '../domain/lesions';
import type { PlacedPane } from '../domain/panes';
import type { PaneSettings, PicturePlace, PictureSettings } from '../domain/picture';
import { fieldsKept, paneFieldNames, paneFields, picked } from '../domain/pictureFields';
import type { ProfileName } from '../domain/profile';
import type { SliceLayout } from '../domain/view';
import { type Language, languageOf } from '../i18n/languages';

export type Screen = 'start' | 'cohort' | 'files' | 'case' | 'rate' | 'present';

export const cohortTabs = ['table', 'gap', 'compare', 'triage', 'rating'] as const;

/** The sides from which a cohort is seen. */
export type CohortTab = (typeof cohortTabs)[number];

/** The panels beside the picture of a case. */
export type CasePanel = 'scores' | 'findings' | 'gap' | 'errors' | 'reconstruction' | 'scenes';

/** Screens that show a case: its voxels are read, and its work goes before all other. */
export const caseScreens: readonly Screen[] = ['case', 'present'];

/** What is on screen: the address holds exactly this. */
export interface Selection extends PicturePlace {
  screen: Screen;
  tab: CohortTab;
  /** Which scene is presented, counted from 1. */
  scene: number;
}

/** What an address says: only that of the cohort names a tab. */
export type AddressedSelection = Omit<Selection, 'tab'> & Partial<Pick<Selection, 'tab'>>;

/** What a person likes, kept from visit to visit. */
export interface Settings {
  language: Language;
  colorScheme: 'dark' | 'light';
  profile: ProfileName;
  lesionProfile: LesionProfileName;
}

export interface ViewFacts extends Selection, Settings, PaneSettings {
  /** What the address asked for before the files were open, and how a copied link draws it. */
  wanted: { selection: AddressedSelection; settings: Partial<PictureSettings> } | null;
  /** Which of the panels beside the picture is open. */
  panel: CasePanel;
  /** The pane that stands alone for a while, and the planes that were shown before; null while all stand. */
  enlarged: { place: PlacedPane['place']; before: SliceLayout } | null;
  /** The slice stays whatever is chosen. */
  isHeld: boolean;
  /** The list of cases beside the picture; null leaves it to the window's width. */
  isListOpen: boolean | null;
  /** Tolerance of surface Dice and of the boundary (mm); null stands for each case's own default. */
  tauMm: number | null;
}

export const emptySelection: Selection = {
  screen: 'start',
  tab: 'table',
  scene: 1,
  caseId: null,
  model: null,
  structure: null,
  view: 'prediction',
  cause: null,
  layout: 'multiplanar',
  voxel: null,
};

const startSettings: Settings = {
  language: languageOf([navigator.language]),
  colorScheme: 'dark',
  profile: 'nnunet',
  lesionProfile: 'gli-2023',
};

const startPanes = Object.fromEntries(
  paneFieldNames.map((name) => [name, paneFields[name].start]),
) as unknown as PaneSettings;

/** What a person likes goes on with the next visit. */
const keptInBrowser = [
  'language',
  'colorScheme',
  'profile',
  'lesionProfile',
  'layout',
  'isListOpen',
  ...fieldsKept('browser'),
] as const;

export const useViewStore = create<ViewFacts>()(
  persist(
    (): ViewFacts => ({
      ...emptySelection,
      ...startSettings,
      ...startPanes,
      wanted: null,
      panel: 'scores',
      isListOpen: null,
      enlarged: null,
      isHeld: false,
      tauMm: null,
    }),
    {
      name: 'regionlens.settings',
      partialize: (facts) => picked(facts, keptInBrowser),
    },
  ),
);
