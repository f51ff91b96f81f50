import type { Translate } from '../../i18n/translate';
import { sliceFigure } from '../figures/sliceFigure';
import type { LegendLine, SliceRow } from '../reportContent';
import { escapeHtml } from './escapeHtml';
import { swatch } from './reportParts';

/** One layer of a slice with its name and what its colours mean. */
export function slicePicture(row: SliceRow, layer: number, imageId: string, t: Translate): string {
  const { name, legend } = row.layers[layer];
  const isSagittal = row.plane === 'sagittal';
  const svg = sliceFigure(row, layer, imageId, {
    label: name,
    left: t(isSagittal ? 'report.front' : 'report.side'),
    right: t(isSagittal ? 'report.rear' : 'report.otherSide'),
    scale: (length) => t('report.millimetres', { length }),
  });
  return `<figure class="slice">${svg}<figcaption><b>${escapeHtml(name)}</b>${legendLine(legend)}</figcaption></figure>`;
}

function legendLine(legend: readonly LegendLine[]): string {
  const entries = legend.map(({ name, color }) => `<span>${swatch(color)}${escapeHtml(name)}</span>`);
  return `<span class="legend">${entries.join('')}</span>`;
}
