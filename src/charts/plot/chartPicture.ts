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

/** A chart as it stands on the page, with its title and captions, as a file of its own: no style sheet needed. */
export function chartSvg(chart: SVGSVGElement, captions: readonly string[], background: string): string {
  const box = chart.getBoundingClientRect();
  const head = captions.length * lineHeight + margin;
  const width = Math.ceil(box.width) + 2 * margin;
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
  const style = getComputedStyle(chart);
  const words = captions.map((caption, line) => {
    const y = margin + (line + 1) * lineHeight - 4;
    const weight = line === 0 ? 600 : 400;
    return `<text x="${margin}" y="${y}" font-family="${escaped(style.fontFamily)}" font-size="12" font-weight="${weight}" fill="${style.color}">${escaped(caption)}</text>`;
  });
  const body = new XMLSerializer().serializeToString(clone);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="${background}"/>${words.join('')}${body}</svg>`;
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
    if (value) to.setAttribute(name, value);
  }
  for (let index = 0; index < from.children.length; index++) {
    inlineStyles(from.children[index], to.children[index]);
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
