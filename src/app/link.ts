import { type PaneArrangement, paneArrangements, paneDrawings, type SidePane } from '../domain/panes';
import type { ViewFacts } from '../stores/viewStore';
import { viewKindOf, writeAddress } from './address';

/** What a picture depends on beside the address: settings, which a reader of the link may have set otherwise. */
export type PictureSettings = Pick<
  ViewFacts,
  'modality' | 'opacity' | 'arrangement' | 'drawing' | 'sidePanes' | 'hidden'
>;

/** A link to exactly what is on screen, for whoever has the same files open. */
export function linkToPicture(href: string, view: ViewFacts): string {
  const { modality, opacity, arrangement, drawing, sidePanes, hidden } = view;
  const query = new URLSearchParams({ opacity: String(opacity), panes: arrangement, drawing });
  if (modality !== null) query.set('modality', modality);
  for (const pane of sidePanes) query.append('pane', [pane.view, pane.drawing, pane.model ?? ''].join(':'));
  for (const key of hidden) query.append('hidden', key);
  return `${href.split('#')[0]}${writeAddress(view)}&${query}`;
}

/** The settings that an address names; an address that was not copied as a link names none. */
export function readPicture(hash: string): Partial<PictureSettings> {
  const query = new URLSearchParams(hash.split('?')[1]);
  const arrangement = paneArrangements.find((known) => known === query.get('panes'));
  if (!arrangement) return {};
  return { arrangement, ...settingsOf(query, arrangement) };
}

function settingsOf(query: URLSearchParams, arrangement: PaneArrangement): Partial<PictureSettings> {
  const opacity = Number(query.get('opacity'));
  const drawing = paneDrawings.find((known) => known === query.get('drawing'));
  const sidePanes = query.getAll('pane').flatMap((text): SidePane[] => {
    const [view, drawn, ...model] = text.split(':');
    const kind = viewKindOf(view);
    const paneDrawing = paneDrawings.find((known) => known === drawn);
    return kind && paneDrawing ? [{ view: kind, drawing: paneDrawing, model: model.join(':') || null }] : [];
  });
  const isComplete = sidePanes.length >= 3 || arrangement === 'one';
  return {
    modality: query.get('modality'),
    hidden: query.getAll('hidden'),
    ...(opacity >= 0 && opacity <= 1 && { opacity }),
    ...(drawing && { drawing }),
    ...(isComplete && sidePanes.length > 0 && { sidePanes }),
  };
}
