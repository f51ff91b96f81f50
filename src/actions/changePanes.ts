import type { PaneArrangement, PaneDrawing, SidePane } from '../domain/panes';
import type { SliceLayout, ViewKind } from '../domain/view';
import { useCohortStore } from '../stores/cohortStore';
import { useViewStore } from '../stores/viewStore';
import { navigate } from './navigate';

/** Chooses the planes of all panes. */
export function chooseLayout(layout: SliceLayout): void {
  useViewStore.setState({ layout, enlarged: null });
}

/** Chooses how many panes stand side by side. */
export function arrangePanes(arrangement: PaneArrangement): void {
  useViewStore.setState({ arrangement, isBlinking: false, enlarged: null });
}

/** Changes a pane; the main one's view and model are those of the address. */
export function changePane(place: 'main' | number, change: Partial<SidePane>): void {
  if (place !== 'main') {
    useViewStore.setState(({ sidePanes }) => ({
      sidePanes: sidePanes.map((pane, index) => (index === place ? { ...pane, ...change } : pane)),
    }));
    return;
  }
  if (change.drawing) useViewStore.setState({ drawing: change.drawing });
  useViewStore.setState({ isBlinking: false });
  navigate({ ...(change.view && { view: change.view }), ...(change.model && { model: change.model }) });
}

export const panePresets = [
  'reference-prediction',
  'reference-errors',
  'region-label',
  'two-models',
  'models-errors',
  'everything',
] as const;

export type PanePreset = (typeof panePresets)[number];

/** Sets the panes to one of the comparisons that are made every day. */
export function applyPreset(preset: PanePreset): void {
  const { sidePanes, model } = useViewStore.getState();
  const models = useCohortStore.getState().cohort?.models ?? [];
  const other = models.find((name) => name !== model) ?? null;
  const { arrangement, main, sides } = presetPanes(preset, other);
  useViewStore.setState({
    arrangement,
    isBlinking: false,
    enlarged: null,
    drawing: main.drawing,
    sidePanes: sidePanes.map((pane, place) => sides[place] ?? pane),
  });
  navigate({ view: main.view });
}

interface PresetPanes {
  arrangement: PaneArrangement;
  main: SidePane;
  sides: SidePane[];
}

function presetPanes(preset: PanePreset, other: string | null): PresetPanes {
  const pane = (view: ViewKind, model: string | null = null, drawing: PaneDrawing = 'fill'): SidePane => ({
    view,
    model,
    drawing,
  });
  switch (preset) {
    case 'reference-prediction':
      return { arrangement: 'two', main: pane('prediction'), sides: [pane('reference')] };
    case 'reference-errors':
      return { arrangement: 'two', main: pane('errors'), sides: [pane('reference')] };
    case 'region-label':
      return { arrangement: 'two', main: pane('prediction'), sides: [pane('regions', null, 'both')] };
    case 'two-models':
      return { arrangement: 'two', main: pane('prediction'), sides: [pane('prediction', other)] };
    case 'models-errors':
      return { arrangement: 'two', main: pane('errors'), sides: [pane('errors', other)] };
    case 'everything':
      return {
        arrangement: 'four',
        main: pane('prediction'),
        sides: [pane('reference'), pane('errors'), pane('prediction', other)],
      };
  }
}

/** Shows the first of the other panes in the main one, and back. */
export function toggleBlink(): void {
  useViewStore.setState(({ isBlinking }) => ({ isBlinking: !isBlinking }));
}

/** Moves the line between two pictures that lie over each other; 0 to 1 from the left. */
export function moveCurtain(curtain: number): void {
  useViewStore.setState({ curtain: Math.min(1, Math.max(0, curtain)) });
}

/** The share of the opacity (0 to 1) that a structure's fill gets. */
export function shareOpacity(structure: string, share: number): void {
  useViewStore.setState(({ shares }) => ({ shares: { ...shares, [structure]: share } }));
}
