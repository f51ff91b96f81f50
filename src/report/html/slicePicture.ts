import { sideDoubtText, sideLetters } from '../../i18n/sideLetters';
import type { Translate } from '../../i18n/translate';
import { sliceFigure } from '../figures/sliceFigure';
import type { LegendLine, SliceRow } from '../reportContent';
import { escapeHtml } from './escapeHtml';
import { swatch } from './reportParts';

/** One layer of a slice with its name and what its colours mean. */
export function slicePicture(row: SliceRow, layer: number, imageId: string, t: Translate): string {
  const { name, legend } = row.layers[layer];
  const { left, right } = sideLetters(row.plane, row.sideDoubt, t);
  const svg = sliceFigure(row, layer, imageId, {
    label: name,
    left,
    right,
    scale: (length) => t('report.millimetres', { length }),
  });
  const words = sideDoubtText(row.sideDoubt, t);
  const doubt = words ? `<em>${escapeHtml(words)}</em>` : '';
  return `<figure class="slice">${svg}<figcaption><b>${escapeHtml(name)}</b>${legendLine(legend)}${doubt}</figcaption></figure>`;
}

function legendLine(legend: readonly LegendLine[]): string {
  const entries = legend.map(({ name, color }) => `<span>${swatch(color)}${escapeHtml(name)}</span>`);
  return `<span class="legend">${entries.join('')}</span>`;
}
