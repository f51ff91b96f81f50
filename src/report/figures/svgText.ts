import { edgeOnWhite, inkOf } from '../../domain/palette';
import { escapeHtml } from '../html/escapeHtml';

/** Colours of figures on white paper. */
export const ink = { text: '#171a1f', quiet: '#535d6b', line: '#d9dde3', paper: '#ffffff' } as const;

/** Of a filled shape on white paper. */
export const edge = `stroke="${edgeOnWhite}" stroke-width="0.6"`;

interface TextOptions {
  anchor?: 'start' | 'middle' | 'end';
  size?: number;
  fill?: string;
  weight?: number;
}

/** One line of text in a figure. */
export function svgText(x: number, y: number, text: string, options: TextOptions = {}): string {
  const { anchor = 'start', size = 11, fill = ink.quiet, weight = 400 } = options;
  const bold = weight === 400 ? '' : ` font-weight="${weight}"`;
  return `<text x="${short(x)}" y="${short(y)}" font-size="${size}" text-anchor="${anchor}" fill="${fill}"${bold}>${escapeHtml(text)}</text>`;
}

export function svgLine(x1: number, y1: number, x2: number, y2: number, stroke: string, more = ''): string {
  return `<line x1="${short(x1)}" y1="${short(y1)}" x2="${short(x2)}" y2="${short(y2)}" stroke="${escapeHtml(stroke)}" ${more}/>`;
}

export function svgRect(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more = '',
): string {
  return `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" fill="${escapeHtml(fill)}" ${more}/>`;
}

/** A figure of its own, as wide as the place that it gets; `label` says what it shows. */
export function svgFigure(width: number, height: number, label: string, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${short(width)} ${short(height)}" role="img" aria-label="${escapeHtml(label)}" font-family="system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', sans-serif">${body}</svg>`;
}

/** Two decimals are finer than any printer needs. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Models share a structure's hue; what tells them apart is the fill: full, none, half. */
export function modelMark(x: number, y: number, color: string, place: number): string {
  const fills = [1, 0, 0.45];
  const radius = 3.4;
  const safe = escapeHtml(inkOf(color));
  const fill = `fill="${safe}" fill-opacity="${fills[place % 3]}" stroke="${safe}" stroke-width="1.4"`;
  if (place < 3) return `<circle cx="${short(x)}" cy="${short(y)}" r="${radius}" ${fill}/>`;
  return `<rect x="${short(x - radius)}" y="${short(y - radius)}" width="${2 * radius}" height="${2 * radius}" ${fill}/>`;
}

/** Names of the models with their marks, in one line. */
export function modelLegend(models: readonly string[], x: number, y: number): string {
  if (models.length < 2) return '';
  let at = x;
  return models
    .map((model, place) => {
      const entry = modelMark(at + 4, y - 4, ink.quiet, place) + svgText(at + 12, y, model);
      at += 26 + 6.2 * [...model].length;
      return entry;
    })
    .join('');
}
