import type { Interval } from '../../domain/interval';
import { escapeHtml } from './escapeHtml';

/** Tables of so many rows are kept on one sheet. */
const mostUnbrokenRows = 14;

/** A table; cells are HTML already. The first cell of each row is its heading. */
export function htmlTable(caption: string, heads: string[], rows: string[][], className = ''): string {
  const head = heads.map((cell) => `<th scope="col">${cell}</th>`).join('');
  const body = rows.map((row) => htmlRow(row)).join('');
  const length = rows.length > mostUnbrokenRows ? ' long' : '';
  return `<div class="table${length}" role="group" aria-label="${escapeHtml(caption)}" tabindex="0"><table class="${className}"><caption>${escapeHtml(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

export function htmlRow([first, ...others]: string[]): string {
  return `<tr><th scope="row">${first}</th>${others.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

export function htmlFigure(svg: string, caption: string): string {
  return `<figure>${svg}<figcaption>${escapeHtml(caption)}</figcaption></figure>`;
}

export function paragraphs(sentences: readonly string[]): string {
  return sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join('');
}

export function swatch(color: string): string {
  return `<i class="swatch" style="background:${escapeHtml(color)}"></i>`;
}

/** A score and its interval; the interval is left out where it does not exist. */
export function withInterval(
  { mean, interval }: { mean: number; interval: Interval },
  format: (value: number) => string,
): string {
  if (!Number.isFinite(mean)) return '–';
  if (!Number.isFinite(interval.low)) return format(mean);
  return `${format(mean)} <small>${format(interval.low)} – ${format(interval.high)}</small>`;
}
