import type { Translate } from '../../i18n/translate';
import { sliceFigure } from '../figures/sliceFigure';
import type { LegendLine, SliceRow } from '../reportContent';
import { escapeHtml } from './escapeHtml';
import { swatch } from './reportParts';

/** One layer of a slice with its name and what its colours mean. */
export function slicePicture(row: SliceRow, layer: number, imageId: string, t: Translate): string {
  const { name, legend } = row.layers[layer];
  const [left, right] = sidesOf(row, t);
  const svg = sliceFigure(row, layer, imageId, {
    label: name,
    left,
    right,
    scale: (length) => t('report.millimetres', { length }),
  });
  const doubt = row.isSideCertain ? '' : `<em>${escapeHtml(t('report.sideNotCertain'))}</em>`;
  return `<figure class="slice">${svg}<figcaption><b>${escapeHtml(name)}</b>${legendLine(legend)}${doubt}</figcaption></figure>`;
}

/** As in the viewer: the patient's right on the left, the back on the left in sagittal slices. */
function sidesOf({ plane, isSideCertain }: SliceRow, t: Translate): [string, string] {
  if (!isSideCertain) return ['?', '?'];
  return plane === 'sagittal'
    ? [t('report.rear'), t('report.front')]
    : [t('report.side'), t('report.otherSide')];
}

function legendLine(legend: readonly LegendLine[]): string {
  const entries = legend.map(({ name, color }) => `<span>${swatch(color)}${escapeHtml(name)}</span>`);
  return `<span class="legend">${entries.join('')}</span>`;
}
