import { startCamera } from '../../domain/camera';
import { startHistory } from '../../domain/history';
import { fieldsKept } from '../../domain/pictureFields';
import type { Rating } from '../../domain/rating';
import type { Scene } from '../../domain/scenes';
import { useAnnotationsStore } from '../../stores/annotationsStore';
import { type Answer, type Answers, useAnswersStore } from '../../stores/answersStore';
import { useAttributesStore } from '../../stores/attributesStore';
import { useCameraStore } from '../../stores/cameraStore';
import { useCohortStore } from '../../stores/cohortStore';
import { emptyCohortView, useCohortViewStore } from '../../stores/cohortViewStore';
import { usePublishedStore } from '../../stores/publishedStore';
import { emptyRating, type RatingFacts, useRatingStore } from '../../stores/ratingStore';
import { emptyScenes, useScenesStore } from '../../stores/scenesStore';
import { useSessionStore } from '../../stores/sessionStore';
import { emptySelection, useViewStore } from '../../stores/viewStore';
import { addToAnswers, forgetOfAnswers } from '../changeAnswers';
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
  /** Its entries may be of before, when all were one: those are replaced by what `read` gives now. */
  isParted?: boolean;
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

/** The facts of a store of which each part is an entry of its own, and the same object as long as nothing changed. */
function parted<Facts>(
  name: string,
  store: Store<Facts>,
  read: (facts: Facts) => Entries,
  restore: (entries: Entries) => void,
  empty: Partial<Facts>,
): SessionSlice {
  let last: { facts: Facts; entries: Entries } | null = null;
  return {
    name,
    isParted: true,
    isBrowserOnly: false,
    subscribe: (changed) => store.subscribe(changed),
    read: () => {
      const now = store.getState();
      if (last?.facts !== now) last = { facts: now, entries: read(now) };
      return last.entries;
    },
    restore,
    clear: () => store.setState(empty),
  };
}

/** One part of all answers, one entry an answer: what changes of it is written by itself. */
function ofAnswers(name: string, part: keyof Answer): SessionSlice {
  let last: { answers: Answers; entries: Entries } | null = null;
  return {
    name,
    isBrowserOnly: true,
    subscribe: (changed) => useAnswersStore.subscribe(changed),
    read: () => {
      const { answers } = useAnswersStore.getState();
      if (last?.answers === answers) return last.entries;
      const known = Object.entries(answers).flatMap(([key, answer]) =>
        answer[part] ? [[key, answer[part]]] : [],
      );
      last = { answers, entries: Object.fromEntries(known) };
      return last.entries;
    },
    restore: (entries) => addToAnswers(Object.entries(entries).map(([key, item]) => [key, { [part]: item }])),
    clear: () => forgetOfAnswers([part]),
  };
}

const sceneKey = 'scene ';
let sceneOrder: readonly string[] = [];

/** The same list as long as the order is the same. */
function orderOf(scenes: readonly Scene[]): readonly string[] {
  const isSame =
    scenes.length === sceneOrder.length && scenes.every(({ id }, place) => id === sceneOrder[place]);
  if (!isSame) sceneOrder = scenes.map(({ id }) => id);
  return sceneOrder;
}

/**
 * One entry for each scene and one for their order, so that tabs add to each other. Without their past: what was
 * deleted before a session is handed on stays deleted.
 */
const scenes = parted(
  'scenes',
  useScenesStore,
  ({ scenes: { now } }) => ({
    order: orderOf(now),
    ...Object.fromEntries(now.map((scene) => [`${sceneKey}${scene.id}`, scene])),
  }),
  (entries) => {
    if (Array.isArray(entries.order)) sceneOrder = entries.order as string[];
    useScenesStore.setState({ scenes: startHistory(scenesIn(entries)), current: null });
  },
  emptyScenes,
);

/** The scenes that entries hold, in their order; files of before held them as one list. */
export function scenesIn(entries: Entries): Scene[] {
  if (Array.isArray(entries.list)) return entries.list as Scene[];
  const named = Object.entries(entries).filter(([key]) => key.startsWith(sceneKey));
  const order = Array.isArray(entries.order) ? (entries.order as string[]) : [];
  const placeOf = ({ id }: Scene) => (order.includes(id) ? order.indexOf(id) : order.length);
  return named.map(([, scene]) => scene as Scene).sort((first, second) => placeOf(first) - placeOf(second));
}

const ratingKey = 'rating ';

/** One entry for each rated answer, so that tabs add to each other. */
const rating = parted(
  'rating',
  useRatingStore,
  ({ ratings, ...others }) => ({
    ...others,
    ...Object.fromEntries(Object.entries(ratings).map(([key, item]) => [`${ratingKey}${key}`, item])),
  }),
  (entries) => {
    const { ratings: _, ...others } = entries;
    const ratings = ratingsIn(entries);
    const known = Object.entries(others).filter(([key, value]) => key in emptyRating && value !== undefined);
    useRatingStore.setState({ ...Object.fromEntries(known), ratings } as Partial<RatingFacts>);
  },
  emptyRating,
);

/** The ratings that entries hold; files of before held them as one record. */
export function ratingsIn(entries: Entries): RatingFacts['ratings'] {
  if (entries.ratings) return entries.ratings as RatingFacts['ratings'];
  const named = Object.entries(entries).filter(([key]) => key.startsWith(ratingKey));
  return Object.fromEntries(named.map(([key, item]) => [key.slice(ratingKey.length), item as Rating]));
}

const browserOnly = { isBrowserOnly: true };

const viewKeys = [...fieldsKept('session'), 'panel', 'profile', 'lesionProfile', 'tauMm'] as const;

/**
 * Everything that survives a reload, in the order in which it is brought back; the cohort comes last, since
 * screens appear with it. Another slice is one more line.
 */
export const sessionSlices: readonly SessionSlice[] = [
  facts('origin', useSessionStore, ['roots', 'demoSeed'], browserOnly),
  // Any browser makes the demo again; handles of folders hold in their own alone.
  facts('demo', useSessionStore, ['demoSeed']),
  ofAnswers('results', 'result'),
  ofAnswers('failures', 'failure'),
  ofAnswers('measures', 'measures'),
  ofAnswers('reconstructions', 'check'),
  scenes,
  records('annotations', useAnnotationsStore, 'annotations'),
  facts('attributes', useAttributesStore, ['attributes']),
  // The whole table also tells of patients who are not in the cohort: it is not handed on in a file.
  facts('attributesTable', useAttributesStore, ['table'], browserOnly),
  facts('published', usePublishedStore, ['published']),
  rating,
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
