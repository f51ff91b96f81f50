import type { Camera, IntensityWindow } from '../../domain/camera';
import { type PaneArrangement, paneArrangements, paneDrawings, type SidePane } from '../../domain/panes';
import type { Picture, PictureSettings } from '../../domain/picture';
import { viewKindOf, writeAddress } from './address';

/** 256ths that a probability can be compared with. */
const mostThreshold = 255;

/** A link to exactly this picture, for whoever has the same files open. */
export function linkToPicture(href: string, picture: Picture): string {
  const { modality, opacity, arrangement, drawing, sidePanes, hidden, shares, curtain } = picture;
  const { isBlinking, thresholdStep, camera, window } = picture;
  const { panMm, zoom, azimuth, elevation, renderZoom } = camera;
  const query = new URLSearchParams({ opacity: String(opacity), panes: arrangement, drawing });
  if (modality !== null) query.set('modality', modality);
  for (const pane of sidePanes) query.append('pane', [pane.view, pane.drawing, pane.model ?? ''].join(':'));
  for (const key of hidden) query.append('hidden', key);
  for (const [key, share] of Object.entries(shares)) query.append('share', `${share}:${key}`);
  query.set('curtain', String(curtain));
  if (isBlinking) query.set('blink', '1');
  if (thresholdStep !== null) query.set('threshold', String(thresholdStep));
  query.set('camera', [...panMm, zoom, azimuth, elevation, renderZoom].join(','));
  query.set('window', String(window));
  return `${href.split('#')[0]}${writeAddress({ ...picture, screen: 'case', scene: 1 })}&${query}`;
}

/**
 * How the picture that a link leads to is drawn; an address that was not copied as a link says nothing. What a
 * link says wrongly is left as it is on screen.
 */
export function readPicture(hash: string): Partial<PictureSettings> {
  const query = new URLSearchParams(hash.split('?')[1]);
  const arrangement = paneArrangements.find((known) => known === query.get('panes'));
  if (!arrangement) return {};
  const drawing = paneDrawings.find((known) => known === query.get('drawing'));
  const opacity = shareOf(query.get('opacity'));
  const curtain = shareOf(query.get('curtain'));
  const sidePanes = sidePanesOf(query, arrangement);
  const camera = cameraOf(query.get('camera'));
  const window = windowOf(query.get('window'));
  return {
    arrangement,
    modality: query.get('modality'),
    hidden: query.getAll('hidden'),
    shares: sharesOf(query),
    isBlinking: query.get('blink') === '1',
    thresholdStep: thresholdOf(query.get('threshold')),
    ...(opacity !== null && { opacity }),
    ...(curtain !== null && { curtain }),
    ...(drawing && { drawing }),
    ...(sidePanes && { sidePanes }),
    ...(camera && { camera }),
    ...(window && { window }),
  };
}

function sidePanesOf(query: URLSearchParams, arrangement: PaneArrangement): SidePane[] | null {
  const sidePanes = query.getAll('pane').flatMap((text): SidePane[] => {
    const [view, drawn, ...model] = text.split(':');
    const kind = viewKindOf(view);
    const paneDrawing = paneDrawings.find((known) => known === drawn);
    return kind && paneDrawing ? [{ view: kind, drawing: paneDrawing, model: model.join(':') || null }] : [];
  });
  const isComplete = sidePanes.length >= 3 || arrangement === 'one';
  return isComplete && sidePanes.length > 0 ? sidePanes : null;
}

function sharesOf(query: URLSearchParams): Record<string, number> {
  return Object.fromEntries(
    query.getAll('share').flatMap((text) => {
      const [amount, ...key] = text.split(':');
      const share = shareOf(amount);
      return share === null || key.length === 0 ? [] : [[key.join(':'), share]];
    }),
  );
}

function cameraOf(text: string | null): Camera | null {
  const [right, anterior, superior, zoom, azimuth, elevation, renderZoom] = numbersOf(text, 7) ?? [];
  if (!(zoom > 0 && renderZoom > 0)) return null;
  return { panMm: [right, anterior, superior], zoom, azimuth, elevation, renderZoom };
}

function windowOf(text: string | null): IntensityWindow | null {
  if (text === 'full') return text;
  const [low, high] = numbersOf(text, 2) ?? [];
  return high > low ? [low, high] : null;
}

function thresholdOf(text: string | null): number | null {
  const [step] = numbersOf(text, 1) ?? [];
  return Number.isInteger(step) && step >= 0 && step <= mostThreshold ? step : null;
}

/** A number from 0 to 1. */
function shareOf(text: string | null): number | null {
  const [share] = numbersOf(text, 1) ?? [];
  return share >= 0 && share <= 1 ? share : null;
}

/** So many finite numbers between commas, and nothing else; null for any other text. */
function numbersOf(text: string | null, count: number): number[] | null {
  const parts = text?.split(',') ?? [];
  const numbers = parts.map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  return numbers.length === count && numbers.every(Number.isFinite) ? numbers : null;
}
