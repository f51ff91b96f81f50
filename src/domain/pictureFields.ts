import type { Camera, IntensityWindow } from './camera';
import { paneArrangements, paneDrawings, type SidePane } from './panes';
import type { PaneSettings, PictureSettings } from './picture';
import { viewKinds } from './view';

/** One setting of a picture: what it is at the start, where it is kept, and how a link says it. */
export interface PictureField<Value> {
  query: string;
  write: (value: Value) => string[];
  /** What the link says; undefined where that is nonsense: then the setting is left as it is on screen. */
  read: (texts: string[]) => Value | undefined;
}

export interface PaneField<Value> extends PictureField<Value> {
  start: Value;
  /** `browser`: what a person likes, from visit to visit. `session`: with the cohort. null: until the page is left. */
  kept: 'browser' | 'session' | null;
}

/** 256ths that a probability can be compared with. */
const mostThreshold = 255;

/** So many finite numbers between commas, and nothing else; undefined for any other text. */
function numbersOf(text: string | undefined, count: number): number[] | undefined {
  const parts = text?.split(',') ?? [];
  const numbers = parts.map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  return numbers.length === count && numbers.every(Number.isFinite) ? numbers : undefined;
}

/** A number from 0 to 1. */
function shareOf(text: string | undefined): number | undefined {
  const [amount] = numbersOf(text, 1) ?? [];
  return amount >= 0 && amount <= 1 ? amount : undefined;
}

const share = {
  write: (amount: number) => [String(amount)],
  read: ([text]: string[]) => shareOf(text),
};

function oneOf<Value extends string>(known: readonly Value[]) {
  return {
    write: (value: Value) => [value],
    read: ([text]: string[]) => known.find((value) => value === text),
  };
}

function sidePaneOf(text: string): SidePane[] {
  const [view, drawn, ...model] = text.split(':');
  const kind = viewKinds.find((known) => known === view);
  const drawing = paneDrawings.find((known) => known === drawn);
  return kind && drawing ? [{ view: kind, drawing, model: model.join(':') || null }] : [];
}

function shareOfStructure(text: string): [key: string, share: number][] {
  const [amount, ...key] = text.split(':');
  const found = shareOf(amount);
  return found === undefined || key.length === 0 ? [] : [[key.join(':'), found]];
}

/** Every setting of how panes are drawn. Another one is one entry: link, session, scenes and settings follow. */
export const paneFields: { readonly [Key in keyof PaneSettings]: PaneField<PaneSettings[Key]> } = {
  arrangement: { start: 'two', kept: 'browser', query: 'panes', ...oneOf(paneArrangements) },
  drawing: { start: 'fill', kept: 'browser', query: 'drawing', ...oneOf(paneDrawings) },
  opacity: { start: 0.7, kept: 'browser', query: 'opacity', ...share },
  sidePanes: {
    start: [
      { view: 'reference', model: null, drawing: 'fill' },
      { view: 'errors', model: null, drawing: 'fill' },
      { view: 'confusion', model: null, drawing: 'fill' },
    ],
    kept: 'browser',
    query: 'pane',
    write: (panes) => panes.map((pane) => [pane.view, pane.drawing, pane.model ?? ''].join(':')),
    read: (texts) => {
      const panes = texts.flatMap(sidePaneOf);
      return panes.length >= 3 ? panes : undefined;
    },
  },
  modality: {
    ...{ start: null, kept: 'session', query: 'modality' },
    write: (modality) => (modality === null ? [] : [modality]),
    read: ([modality = null]) => modality,
  },
  hidden: { start: [], kept: 'session', query: 'hidden', write: (keys) => keys, read: (keys) => keys },
  shares: {
    ...{ start: {}, kept: 'session', query: 'share' },
    write: (shares) => Object.entries(shares).map(([key, amount]) => `${amount}:${key}`),
    read: (texts) => Object.fromEntries(texts.flatMap(shareOfStructure)),
  },
  curtain: { start: 0.5, kept: 'session', query: 'curtain', ...share },
  isBlinking: {
    ...{ start: false, kept: null, query: 'blink' },
    write: (isBlinking) => (isBlinking ? ['1'] : []),
    read: ([text]) => text === '1',
  },
  thresholdStep: {
    ...{ start: null, kept: 'session', query: 'threshold' },
    write: (step) => (step === null ? [] : [String(step)]),
    read: ([text]) => {
      const [step] = numbersOf(text, 1) ?? [];
      return Number.isInteger(step) && step >= 0 && step <= mostThreshold ? step : null;
    },
  },
};

const camera: PictureField<Camera> = {
  query: 'camera',
  write: ({ framing, panMm, zoom, azimuth, elevation, renderZoom }) => [
    [...panMm, zoom, azimuth, elevation, renderZoom, ...(framing === 'head' ? [framing] : [])].join(','),
  ],
  read: ([text]) => {
    // A link of before heads were framed shows the whole field.
    const [numbers, framing] = text?.endsWith(',head')
      ? [text.slice(0, -5), 'head' as const]
      : [text, 'field' as const];
    const [right, anterior, superior, zoom, azimuth, elevation, renderZoom] = numbersOf(numbers, 7) ?? [];
    if (!(zoom > 0 && renderZoom > 0)) return undefined;
    return { framing, panMm: [right, anterior, superior], zoom, azimuth, elevation, renderZoom };
  },
};

const window: PictureField<IntensityWindow> = {
  query: 'window',
  write: (value) => [String(value)],
  read: ([text]) => {
    if (text === 'full') return text;
    const [low, high] = numbersOf(text, 2) ?? [];
    return high > low ? [low, high] : undefined;
  },
};

export const pictureFields: { readonly [Key in keyof PictureSettings]: PictureField<PictureSettings[Key]> } =
  {
    ...paneFields,
    camera,
    window,
  };

export function fieldsKept(where: 'browser' | 'session'): (keyof PaneSettings)[] {
  return paneFieldNames.filter((name) => paneFields[name].kept === where);
}

export const paneFieldNames = Object.keys(paneFields) as (keyof PaneSettings)[];

/** Some of the fields of a record, and nothing else of it. */
export function picked<Facts extends object, Key extends keyof Facts>(
  facts: Facts,
  keys: readonly Key[],
): Pick<Facts, Key> {
  return Object.fromEntries(keys.map((key) => [key, facts[key]])) as Pick<Facts, Key>;
}
