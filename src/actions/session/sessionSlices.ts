import { startCamera } from '../../domain/camera';
import { startHistory } from '../../domain/history';
import type { Scene } from '../../domain/scenes';
import { useAnnotationsStore } from '../../stores/annotationsStore';
import { useAttributesStore } from '../../stores/attributesStore';
import { useCameraStore } from '../../stores/cameraStore';
import { useCohortStore } from '../../stores/cohortStore';
import { emptyCohortView, useCohortViewStore } from '../../stores/cohortViewStore';
import { useMeasuresStore } from '../../stores/measuresStore';
import { usePublishedStore } from '../../stores/publishedStore';
import { emptyRating, useRatingStore } from '../../stores/ratingStore';
import { useReconstructionsStore } from '../../stores/reconstructionsStore';
import { useResultsStore } from '../../stores/resultsStore';
import { emptyScenes, useScenesStore } from '../../stores/scenesStore';
import { useSessionStore } from '../../stores/sessionStore';
import { emptySelection, useViewStore } from '../../stores/viewStore';
import { knownFiles } from './knownFiles';

/** Plain data by key. An entry that is the same object as before is not written again. */
export type Entries = Readonly<Record<string, unknown>>;

/** One part of what a person did. Entries must be plain data: no file, no voxels, no function. */
export interface SessionSlice {
  name: string;
  read: () => Entries;
  restore: (entries: Entries) => void;
  /** As before anything was opened. */
  clear: () => void;
  subscribe: (changed: () => void) => () => void;
  /** Left out of session files: the scores file holds it already, or it means nothing on another machine. */
  isBrowserOnly: boolean;
}

interface Store<Facts> {
  getState: () => Facts;
  getInitialState: () => Facts;
  setState: (facts: Partial<Facts>) => void;
  subscribe: (listener: () => void) => () => void;
}

interface Options {
  isBrowserOnly?: boolean;
  /** What a person likes goes on with the next cohort. */
  isKeptOnClose?: boolean;
}

/** Some facts of a store, one entry each. */
function facts<Facts, Key extends keyof Facts & string>(
  name: string,
  store: Store<Facts>,
  keys: readonly Key[],
  { isBrowserOnly = false, isKeptOnClose = false }: Options = {},
): SessionSlice {
  const pick = (state: Facts) => Object.fromEntries(keys.map((key) => [key, state[key]]));
  return {
    name,
    isBrowserOnly,
    subscribe: (changed) => store.subscribe(changed),
    read: () => pick(store.getState()),
    clear: () => {
      if (!isKeptOnClose) store.setState(pick(store.getInitialState()) as unknown as Partial<Facts>);
    },
    restore: (entries) => {
      const known = keys.filter((key) => entries[key] !== undefined);
      store.setState(Object.fromEntries(known.map((key) => [key, entries[key]])) as Partial<Facts>);
    },
  };
}

/** One fact of a store that is itself a record, one entry for each of its keys. */
function records<Facts, Key extends keyof Facts & string>(
  name: string,
  store: Store<Facts>,
  key: Key,
  { isBrowserOnly = false }: Options = {},
): SessionSlice {
  return {
    name,
    isBrowserOnly,
    subscribe: (changed) => store.subscribe(changed),
    read: () => store.getState()[key] as Entries,
    clear: () => store.setState({ [key]: store.getInitialState()[key] } as unknown as Partial<Facts>),
    restore: (entries) => store.setState({ [key]: entries } as Partial<Facts>),
  };
}

/** The names, sizes and dates of all files: what a folder that is opened again is compared with. */
const files: SessionSlice = {
  name: 'files',
  isBrowserOnly: false,
  subscribe: (changed) => useCohortStore.subscribe(changed),
  read: () => ({ known: knownFiles() }),
  restore: ({ known }) => {
    const closedFiles = known instanceof Map ? known : new Map();
    useCohortStore.setState({ files: new Map(), closedFiles });
  },
  clear: () => useCohortStore.setState({ files: new Map(), closedFiles: new Map() }),
};

/** Without their past: what was deleted before a session is handed on stays deleted. */
const scenes: SessionSlice = {
  name: 'scenes',
  isBrowserOnly: false,
  subscribe: (changed) => useScenesStore.subscribe(changed),
  read: () => ({ list: useScenesStore.getState().scenes.now }),
  restore: ({ list }) => useScenesStore.setState({ scenes: startHistory(list as Scene[]), current: null }),
  clear: () => useScenesStore.setState(emptyScenes),
};

const browserOnly = { isBrowserOnly: true };

const viewKeys = [
  'modality',
  'hidden',
  'shares',
  'panel',
  'thresholdStep',
  'curtain',
  'profile',
  'lesionProfile',
  'tauMm',
] as const;

/**
 * Everything that survives a reload, in the order in which it is brought back; the cohort comes last, since
 * screens appear with it. Another slice is one more line.
 */
export const sessionSlices: readonly SessionSlice[] = [
  facts('origin', useSessionStore, ['roots', 'demoSeed'], browserOnly),
  // Any browser makes the demo again; handles of folders hold in their own alone.
  facts('demo', useSessionStore, ['demoSeed']),
  records('results', useResultsStore, 'results', browserOnly),
  records('failures', useResultsStore, 'failures', browserOnly),
  records('measures', useMeasuresStore, 'measures', browserOnly),
  records('reconstructions', useReconstructionsStore, 'checks', browserOnly),
  scenes,
  records('annotations', useAnnotationsStore, 'annotations'),
  facts('attributes', useAttributesStore, ['attributes']),
  // The whole table also tells of patients who are not in the cohort: it is not handed on in a file.
  facts('attributesTable', useAttributesStore, ['table'], browserOnly),
  facts('published', usePublishedStore, ['published']),
  facts('rating', useRatingStore, keysOf(emptyRating)),
  facts('cohortView', useCohortViewStore, keysOf(emptyCohortView)),
  facts('camera', useCameraStore, [...keysOf(startCamera), 'windows']),
  facts('view', useViewStore, [...keysOf(emptySelection), ...viewKeys], { isKeptOnClose: true }),
  files,
  facts('cohort', useCohortStore, [
    'companions',
    'recognition',
    'edits',
    'isReviewed',
    'scheme',
    'isSchemeConfirmed',
    'schemeGuess',
    'turnedByHeader',
    'comparedByVoxel',
    'channelNames',
    'cohort',
  ]),
];

function keysOf<Facts extends object>(facts: Facts): (keyof Facts & string)[] {
  return Object.keys(facts) as (keyof Facts & string)[];
}
