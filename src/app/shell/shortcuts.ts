import { toggleBlink } from '../../actions/changePanes';
import { keepScene, stepScene } from '../../actions/changeScenes';
import { toggleCrosshair, toggleSmooth } from '../../actions/moveCamera';
import { navigate, stepCase, stepModel, toggleHeld } from '../../actions/navigate';
import { leaveRating, nextUnrated, rateItem, stepItem } from '../../actions/rate';
import { resetPicture } from '../../actions/resetPicture';
import { showHelp } from '../../actions/showHelp';
import { stepError } from '../../actions/stepError';
import { stepSlice } from '../../actions/stepSlice';
import { structureKey, structuresOf } from '../../domain/labelScheme';
import type { ViewKind } from '../../domain/view';
import type { MessageKey } from '../../i18n/translate';
import { useCohortStore } from '../../stores/cohortStore';
import { type Screen, useViewStore } from '../../stores/viewStore';
import { toggleFullScreen } from '../parts/fullScreen';
import { leavePresentation } from '../present/presentation';
import { ratingTextId } from '../rating/ratingTextId';

/** One line of the help sheet: its keys as KeyboardEvent.key names them, what they do, and what happens. */
export interface Shortcut {
  keys: readonly string[];
  label: MessageKey;
  /** Where it holds; null for everywhere. */
  screens: readonly Screen[] | null;
  act: (key: string) => void;
}

const viewCycle: ViewKind[] = ['prediction', 'reference', 'regions', 'errors', 'causes'];

function stepView(): void {
  const { view } = useViewStore.getState();
  navigate({ view: viewCycle[(viewCycle.indexOf(view) + 1) % viewCycle.length] });
}

function chooseStructure(key: string): void {
  const { scheme } = useCohortStore.getState();
  const structure = scheme && structuresOf(scheme)[Number(key) - 1];
  if (structure) navigate({ structure: structureKey(structure) });
}

const onCase: readonly Screen[] = ['case'];
const onRate: readonly Screen[] = ['rate'];
const onPresent: readonly Screen[] = ['present'];
const onPicture: readonly Screen[] = ['case', 'rate'];

/** Every key, in the order of the help sheet. */
export const shortcuts: readonly Shortcut[] = [
  {
    keys: ['ArrowUp', 'ArrowDown'],
    label: 'inspector.keyCase',
    screens: onCase,
    act: (key) => stepCase(key === 'ArrowUp' ? -1 : 1),
  },
  {
    keys: ['ArrowLeft', 'ArrowRight'],
    label: 'inspector.keySlice',
    screens: onPicture,
    act: (key) => stepSlice(key === 'ArrowLeft' ? -1 : 1),
  },
  {
    keys: ['N', 'P'],
    label: 'inspector.keyError',
    screens: onCase,
    act: (key) => void stepError(key === 'N' ? 1 : -1),
  },
  {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    label: 'inspector.keyStructure',
    screens: onCase,
    act: chooseStructure,
  },
  { keys: ['H'], label: 'inspector.keyHold', screens: onCase, act: toggleHeld },
  { keys: ['X'], label: 'inspector.keyCrosshair', screens: onPicture, act: toggleCrosshair },
  { keys: ['I'], label: 'inspector.keySmooth', screens: onPicture, act: toggleSmooth },
  { keys: ['R'], label: 'view.reset', screens: onPicture, act: resetPicture },
  { keys: ['V'], label: 'inspector.keyView', screens: onCase, act: stepView },
  { keys: ['M'], label: 'inspector.keyModel', screens: onCase, act: stepModel },
  { keys: [' '], label: 'inspector.keyBlink', screens: onCase, act: toggleBlink },
  { keys: ['K'], label: 'scenes.keepKey', screens: onCase, act: keepScene },
  { keys: ['F'], label: 'inspector.keyFull', screens: null, act: toggleFullScreen },
  {
    keys: ['?'],
    label: 'inspector.keyHelp',
    screens: null,
    act: () => showHelp(true),
  },
  {
    keys: ['Escape'],
    label: 'inspector.keyBack',
    screens: onCase,
    act: () => navigate({ screen: 'cohort' }),
  },
  {
    keys: ['1', '2', '3', '4', '5'],
    label: 'rating.keyRate',
    screens: onRate,
    act: (key) => rateItem(Number(key)),
  },
  {
    keys: ['ArrowUp', 'ArrowDown'],
    label: 'rating.keyItem',
    screens: onRate,
    act: (key) => stepItem(key === 'ArrowUp' ? -1 : 1),
  },
  { keys: ['N'], label: 'rating.keyUnrated', screens: onRate, act: nextUnrated },
  {
    keys: ['T'],
    label: 'rating.keyText',
    screens: onRate,
    act: () => document.getElementById(ratingTextId)?.focus(),
  },
  { keys: ['Escape'], label: 'rating.keyLeave', screens: onRate, act: leaveRating },
  {
    keys: ['ArrowLeft', 'ArrowRight'],
    label: 'scenes.keyScene',
    screens: onPresent,
    act: (key) => stepScene(key === 'ArrowLeft' ? -1 : 1),
  },
  {
    keys: ['PageUp', 'PageDown'],
    label: 'scenes.keyRemote',
    screens: onPresent,
    act: (key) => stepScene(key === 'PageUp' ? -1 : 1),
  },
  { keys: [' '], label: 'scenes.keyNext', screens: onPresent, act: () => stepScene(1) },
  {
    keys: ['ArrowUp', 'ArrowDown'],
    label: 'scenes.keySlice',
    screens: onPresent,
    act: (key) => stepSlice(key === 'ArrowUp' ? 1 : -1),
  },
  { keys: ['Escape'], label: 'scenes.leave', screens: onPresent, act: leavePresentation },
];
