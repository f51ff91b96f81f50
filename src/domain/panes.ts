import type { ViewKind } from './view';

/** How many pictures stand side by side; a curtain lays two over each other, parted by a line. */
export type PaneArrangement = 'one' | 'two' | 'curtain' | 'four';

export const paneArrangements: readonly PaneArrangement[] = ['one', 'two', 'curtain', 'four'];

export type PaneDrawing = 'fill' | 'outline' | 'both';

export const paneDrawings: readonly PaneDrawing[] = ['fill', 'outline', 'both'];

/** What a pane beside the main one shows. */
export interface SidePane {
  view: ViewKind;
  /** Null follows the model that the address names. */
  model: string | null;
  drawing: PaneDrawing;
}

/** A pane on screen. The main one shows what the address says; the others have numbers, counted from 0. */
export interface PlacedPane extends SidePane {
  place: 'main' | number;
  model: string;
  /** The model that this one is compared with, where a view compares two; null when there is only one. */
  otherModel: string | null;
}

export interface PaneChoices {
  arrangement: PaneArrangement;
  sidePanes: readonly SidePane[];
  model: string;
  view: ViewKind;
  drawing: PaneDrawing;
  /** The main pane shows what the first of the others does, as long as one compares by blinking. */
  isBlinking: boolean;
}

const sideCounts: Record<PaneArrangement, number> = { one: 0, two: 1, curtain: 1, four: 3 };

/** The panes on screen in reading order: the first of the others stands before the main one. */
export function placedPanes(choices: PaneChoices, models: readonly string[]): PlacedPane[] {
  const { arrangement, sidePanes, isBlinking } = choices;
  const main: SidePane = { view: choices.view, model: null, drawing: choices.drawing };
  const shownInMain = isBlinking && sidePanes.length > 0 ? counterpart(sidePanes[0], main) : main;
  const sides = sidePanes.slice(0, sideCounts[arrangement]);
  const [first, ...others] = sides.map((side, place) =>
    placed(place === 0 ? counterpart(side, main) : side, place),
  );
  return [...(first ? [first] : []), placed(shownInMain, 'main'), ...others];

  function placed(pane: SidePane, place: 'main' | number): PlacedPane {
    const model = pane.model !== null && models.includes(pane.model) ? pane.model : choices.model;
    return { ...pane, place, model, otherModel: otherThan(model) };
  }

  function otherThan(model: string): string | null {
    if (model !== choices.model) return choices.model;
    const beside = sidePanes.find((side) => side.model !== null && side.model !== model)?.model;
    return [beside, ...models].find((name) => name && name !== model && models.includes(name)) ?? null;
  }
}

/** A reference beside a reference compares nothing: then the prediction stands beside it. */
function counterpart(side: SidePane, main: SidePane): SidePane {
  const isSame = side.view === 'reference' && main.view === 'reference';
  return isSame ? { ...side, view: 'prediction' } : side;
}

/** The models whose voxels the panes need beside the main pane's. */
export function modelsBeside(panes: readonly PlacedPane[], model: string): string[] {
  const needed = panes.flatMap((pane) =>
    pane.view === 'models' ? [pane.model, pane.otherModel] : [pane.model],
  );
  return [...new Set(needed)].filter((name) => name !== null && name !== model) as string[];
}
