import { toggleBlink } from '../actions/changePanes';
import { keepScene, stepScene } from '../actions/changeScenes';
import { navigate, stepCase, stepModel } from '../actions/navigate';
import { showHelp } from '../actions/showHelp';
import { stepError } from '../actions/stepError';
import { stepSlice } from '../actions/stepSlice';
import { structureKey, structuresOf } from '../domain/labelScheme';
import type { ViewKind } from '../domain/view';
import type { MessageKey } from '../i18n/translate';
import { useCohortStore } from '../stores/cohortStore';
import { type Screen, useViewStore } from '../stores/viewStore';
import { toggleFullScreen } from './fullScreen';
import { leavePresentation } from './present/presentation';

/** One line of the help sheet: its keys as KeyboardEvent.key names them, what they do, and what happens. */
export interface Shortcut {
  keys: readonly string[];
  label: MessageKey;
  /** The screen that the keys belong to, where they rest elsewhere; null for every screen. */
  on: Screen | null;
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

/** The keys of DESIGN.md, in the order of the help sheet. */
export const shortcuts: readonly Shortcut[] = [
  {
    keys: ['ArrowUp', 'ArrowDown'],
    label: 'inspector.keyCase',
    on: 'case',
    act: (key) => stepCase(key === 'ArrowUp' ? -1 : 1),
  },
  {
    keys: ['ArrowLeft', 'ArrowRight'],
    label: 'inspector.keySlice',
    on: 'case',
    act: (key) => stepSlice(key === 'ArrowLeft' ? -1 : 1),
  },
  {
    keys: ['N', 'P'],
    label: 'inspector.keyError',
    on: 'case',
    act: (key) => void stepError(key === 'N' ? 1 : -1),
  },
  {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    label: 'inspector.keyStructure',
    on: 'case',
    act: chooseStructure,
  },
  { keys: ['V'], label: 'inspector.keyView', on: 'case', act: stepView },
  { keys: ['M'], label: 'inspector.keyModel', on: 'case', act: stepModel },
  { keys: [' '], label: 'inspector.keyBlink', on: 'case', act: toggleBlink },
  { keys: ['K'], label: 'scenes.keepKey', on: 'case', act: keepScene },
  { keys: ['F'], label: 'inspector.keyFull', on: null, act: toggleFullScreen },
  {
    keys: ['?'],
    label: 'inspector.keyHelp',
    on: null,
    act: () => showHelp(true),
  },
  {
    keys: ['Escape'],
    label: 'inspector.keyBack',
    on: 'case',
    act: () => navigate({ screen: 'cohort' }),
  },
  {
    keys: ['ArrowLeft', 'ArrowRight'],
    label: 'scenes.keyScene',
    on: 'present',
    act: (key) => stepScene(key === 'ArrowLeft' ? -1 : 1),
  },
  {
    keys: ['PageUp', 'PageDown'],
    label: 'scenes.keyRemote',
    on: 'present',
    act: (key) => stepScene(key === 'PageUp' ? -1 : 1),
  },
  { keys: [' '], label: 'scenes.keyNext', on: 'present', act: () => stepScene(1) },
  {
    keys: ['ArrowUp', 'ArrowDown'],
    label: 'scenes.keySlice',
    on: 'present',
    act: (key) => stepSlice(key === 'ArrowUp' ? 1 : -1),
  },
  { keys: ['Escape'], label: 'scenes.leave', on: 'present', act: leavePresentation },
];
