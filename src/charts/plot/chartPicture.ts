import type { PlotSeries } from './plotItem';
import { textMeasure } from './textMeasure';

/** Everything about the look of an element that a drawing outside the page needs. */
const properties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
];

const lineHeight = 17;
const margin = 12;
const textPx = 12;
const markPx = 22;

/**
 * The chart of a figure as it stands on the page, under its title, captions and legend, as a file of its own:
 * no style sheet needed. null where the figure has no chart.
 */
export function figureSvg(
  figure: HTMLElement,
  captions: readonly string[],
  background: string,
): string | null {
  const chart = figure.querySelector<SVGSVGElement>('svg.recharts-surface');
  if (!chart) return null;
  const box = chart.getBoundingClientRect();
  const style = getComputedStyle(chart);
  const space = Math.ceil(box.width);
  const lines = captions.flatMap((caption, place) => {
    const weight = place === 0 ? 600 : 400;
    const measure = textMeasure(`${weight} ${textPx}px ${style.fontFamily}`);
    return wrapped(caption, space, measure).map((text) => ({ text, weight }));
  });
  const legend = legendOf(figure);
  const entryWidths = legend.map(
    ({ name }) => textMeasure(`${textPx}px ${style.fontFamily}`)(name) + markPx + 12,
  );
  const places = inRows(entryWidths, space);
  const legendRows = legend.length > 0 ? places[places.length - 1].row + 1 : 0;
  const head = (lines.length + legendRows) * lineHeight + margin;
  const width = space + 2 * margin;
  const height = Math.ceil(box.height) + head + 2 * margin;
  const clone = chart.cloneNode(true) as SVGSVGElement;
  inlineStyles(chart, clone);
  for (const surface of clone.querySelectorAll('.plot-surface, .plot-tip, style')) surface.remove();
  for (const element of [clone, ...clone.querySelectorAll('[style], [class]')]) {
    element.removeAttribute('style');
    element.removeAttribute('class');
  }
  clone.setAttribute('x', String(margin));
  clone.setAttribute('y', String(head + margin));
  clone.setAttribute('width', String(Math.ceil(box.width)));
  clone.setAttribute('height', String(Math.ceil(box.height)));
  const word = (x: number, row: number, text: string, weight: number) =>
    `<text x="${x}" y="${margin + (row + 1) * lineHeight - 4}" font-family="${escaped(style.fontFamily)}" font-size="${textPx}" font-weight="${weight}" fill="${style.color}">${escaped(text)}</text>`;
  const words = lines.map(({ text, weight }, row) => word(margin, row, text, weight));
  const entries = legend.map(({ name, color, mark }, index) => {
    const x = margin + places[index].offset;
    const row = lines.length + places[index].row;
    const y = margin + (row + 1) * lineHeight - 8;
    const line = (dashes: string) => `<path d="M${x} ${y}h16" stroke="${color}" stroke-width="2"${dashes}/>`;
    const dot = `<circle cx="${x + 8}" cy="${y}"`;
    const drawn = {
      none: `${dot} r="4.5" fill="${color}"/>`,
      ring: `${dot} r="4" fill="none" stroke="${color}" stroke-width="1.5"/>`,
      line: line(''),
      dashes: line(' stroke-dasharray="4 2"'),
    }[mark ?? 'none'];
    return drawn + word(x + markPx, row, name, 400);
  });
  const body = new XMLSerializer().serializeToString(clone);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="${background}"/>${words.join('')}${entries.join('')}${body}</svg>`;
}

/** The drawing as a PNG at this many pixels per unit. A data address, since the page may load no blob as image. */
export async function pngOfSvg(svg: string, pixelRatio: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * pixelRatio;
  canvas.height = image.naturalHeight * pixelRatio;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas');
  context.scale(pixelRatio, pixelRatio);
  context.drawImage(image, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}

function inlineStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of properties) {
    const value = style.getPropertyValue(name);
    if (value) to.setAttribute(name, plainColor(value));
  }
  for (let index = 0; index < from.children.length; index++) {
    inlineStyles(from.children[index], to.children[index]);
  }
}

/** The entries of a PlotLegend. */
function legendOf(figure: HTMLElement): PlotSeries[] {
  return [...figure.querySelectorAll<HTMLElement>('.plot-legend li')].map((entry) => {
    const mark = entry.querySelector('i');
    return {
      name: (entry.textContent ?? '').trim(),
      color: mark ? plainColor(getComputedStyle(mark).color) : 'none',
      mark: mark?.dataset.mark as PlotSeries['mark'],
    };
  });
}

/** A mixed colour as every program reads it: not all know oklab. */
function plainColor(value: string): string {
  if (!/^(oklab|oklch|lab|lch|color)\(/.test(value)) return value;
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return value;
  context.fillStyle = value;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}

/** The text in lines no wider than `space`; breaks between words and between Chinese characters. */
export function wrapped(text: string, space: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [part] of text.matchAll(
    /[（《「“]?[\u3000-\u9fff\uff00-\uffef][，。；：、！？）》」】”]*|[^\s\u3000-\u9fff\uff00-\uffef]*\s*/g,
  )) {
    if (line !== '' && measure((line + part).trimEnd()) > space) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}

/** Where things of these widths stand when a row that is full is followed by another one. */
export function inRows(widths: readonly number[], space: number): { row: number; offset: number }[] {
  let row = 0;
  let end = 0;
  return widths.map((width) => {
    if (end > 0 && end + width > space) {
      row++;
      end = 0;
    }
    const offset = end;
    end += width;
    return { row, offset };
  });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
