/** The size of text in our charts, in CSS pixels. */
const chartTextPx = 11;
const mmPerInch = 25.4;
const pointsPerInch = 72;

/** What a journal asks of a figure. */
export interface FigureSize {
  widthMm: number;
  /** Of the smallest text. */
  fontPt: number;
  dpi: number;
}

/**
 * How many CSS pixels wide a chart must be laid out, so that its text has the asked size once the chart is as
 * wide as asked: text is never shrunk with the picture.
 */
export function layoutWidthPx({ widthMm, fontPt }: FigureSize): number {
  return Math.round((widthMm * chartTextPx) / ((fontPt / pointsPerInch) * mmPerInch));
}

/** How many of the PNG's pixels stand for one pixel of a drawing that is `drawnPx` wide. */
export function pixelRatio({ widthMm, dpi }: FigureSize, drawnPx: number): number {
  return ((widthMm / mmPerInch) * dpi) / drawnPx;
}

/** The drawing with its size in millimetres, its own coordinates kept. */
export function sizedSvg(svg: string, widthMm: number): string {
  return svg.replace(/<svg[^>]*>/, (tag) => {
    const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(tag) ?? [];
    if (!width) return tag;
    const heightMm = Math.round(((widthMm * Number(height)) / Number(width)) * 100) / 100;
    return tag
      .replace(/ width="[^"]*"/, ` width="${widthMm}mm"`)
      .replace(/ height="[^"]*"/, ` height="${heightMm}mm"`);
  });
}

/** The PNG file with its resolution written into it (chunk pHYs, behind the header). */
export function pngWithResolution(png: Uint8Array, dpi: number): Uint8Array<ArrayBuffer> {
  const headerEnd = 33;
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4);
  const perMetre = Math.round((dpi * 1000) / mmPerInch);
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  chunk[16] = 1;
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  const file = new Uint8Array(png.length + chunk.length);
  file.set(png.subarray(0, headerEnd));
  file.set(chunk, headerEnd);
  file.set(png.subarray(headerEnd), headerEnd + chunk.length);
  return file;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
