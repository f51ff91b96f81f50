import { escapeHtml } from '../html/escapeHtml';
import type { SliceRow } from '../reportContent';
import { short } from './svgText';

interface SliceTexts {
  label: string;
  left: string;
  right: string;
  scale: (length: number) => string;
}

/** All pictures of a case share the image beneath; it stands in the file once, under this id. */
export function sliceImageDefinition({ grey, width, height }: SliceRow, id: string): string {
  if (grey === null) return '';
  return `<svg class="definitions" width="0" height="0" aria-hidden="true"><defs><image id="${id}" width="${width}" height="${height}" preserveAspectRatio="none" href="${grey}"/></defs></svg>`;
}

/** One layer of a slice over its image, in true proportions, with sides and a scale bar. */
export function sliceFigure(row: SliceRow, layer: number, imageId: string, texts: SliceTexts): string {
  const { width, height, pixelMm, grey, layers } = row;
  const widthMm = width * pixelMm[0];
  const heightMm = height * pixelMm[1];
  const unit = widthMm / 100;
  const barMm = [100, 50, 20, 10, 5, 2, 1].find((length) => length <= widthMm * 0.3) ?? 1;
  const stretch = `transform="scale(${short4(pixelMm[0])} ${short4(pixelMm[1])})"`;
  const image = grey === null ? '' : `<use href="#${imageId}" ${stretch}/>`;
  const overlay = `<image class="layer" width="${width}" height="${height}" preserveAspectRatio="none" href="${layers[layer].png}" ${stretch}/>`;
  const text = (x: number, y: number, words: string, anchor: string) =>
    `<text x="${short(x)}" y="${short(y)}" text-anchor="${anchor}" font-size="${short(4.6 * unit)}" fill="#ffffff" stroke="#000000" stroke-width="${short(0.9 * unit)}" paint-order="stroke">${escapeHtml(words)}</text>`;
  const barY = heightMm - 3.5 * unit;
  const bar = `<path d="M${short(4 * unit)} ${short(barY)}h${barMm}" stroke="#000000" stroke-width="${short(2 * unit)}"/><path d="M${short(4 * unit)} ${short(barY)}h${barMm}" stroke="#ffffff" stroke-width="${short(1.1 * unit)}"/>`;
  const words =
    text(2.5 * unit, heightMm / 2, texts.left, 'start') +
    text(widthMm - 2.5 * unit, heightMm / 2, texts.right, 'end') +
    text(4 * unit + barMm / 2, barY - 2.5 * unit, texts.scale(barMm), 'middle');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${short(widthMm)} ${short(heightMm)}" role="img" aria-label="${escapeHtml(texts.label)}"><rect width="100%" height="100%" fill="#000000"/>${image}${overlay}${bar}${words}</svg>`;
}

function short4(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}
