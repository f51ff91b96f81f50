import { toggleBlink } from '../actions/changePanes';
import { navigate, stepCase, stepModel } from '../actions/navigate';
import { showHelp } from '../actions/showHelp';
import { stepError } from '../actions/stepError';
import { stepSlice } from '../actions/stepSlice';
import { structureKey, structuresOf } from '../domain/labelScheme';
import type { ViewKind } from '../domain/view';
import type { MessageKey } from '../i18n/translate';
import { useCohortStore } from '../stores/cohortStore';
import { useViewStore } from '../stores/viewStore';

/** One line of the help sheet: its keys as KeyboardEvent.key names them, what they do, and what happens. */
export interface Shortcut {
  keys: readonly string[];
  label: MessageKey;
  /** Keys of the case screen rest elsewhere. */
  isInCaseOnly: boolean;
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

export function toggleFullScreen(): void {
  const isFull = document.fullscreenElement !== null;
  void (isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(stayAsItIs);
}

/** A browser that refuses says nothing that a person could act on. */
function stayAsItIs(): void {}

/** The keys of DESIGN.md, in the order of the help sheet. */
export const shortcuts: readonly Shortcut[] = [
  {
    keys: ['ArrowUp', 'ArrowDown'],
    label: 'inspector.keyCase',
    isInCaseOnly: true,
    act: (key) => stepCase(key === 'ArrowUp' ? -1 : 1),
  },
  {
    keys: ['ArrowLeft', 'ArrowRight'],
    label: 'inspector.keySlice',
    isInCaseOnly: true,
    act: (key) => stepSlice(key === 'ArrowLeft' ? -1 : 1),
  },
  {
    keys: ['N', 'P'],
    label: 'inspector.keyError',
    isInCaseOnly: true,
    act: (key) => void stepError(key === 'N' ? 1 : -1),
  },
  {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    label: 'inspector.keyStructure',
    isInCaseOnly: true,
    act: chooseStructure,
  },
  { keys: ['V'], label: 'inspector.keyView', isInCaseOnly: true, act: stepView },
  { keys: ['M'], label: 'inspector.keyModel', isInCaseOnly: true, act: stepModel },
  { keys: [' '], label: 'inspector.keyBlink', isInCaseOnly: true, act: toggleBlink },
  { keys: ['F'], label: 'inspector.keyFull', isInCaseOnly: false, act: toggleFullScreen },
  {
    keys: ['?'],
    label: 'inspector.keyHelp',
    isInCaseOnly: false,
    act: () => showHelp(true),
  },
  {
    keys: ['Escape'],
    label: 'inspector.keyBack',
    isInCaseOnly: true,
    act: () => navigate({ screen: 'cohort' }),
  },
];
