import { pngChunk } from '../domain/pngChunk';

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
  const data = new DataView(new ArrayBuffer(9));
  const perMetre = Math.round((dpi * 1000) / mmPerInch);
  data.setUint32(0, perMetre);
  data.setUint32(4, perMetre);
  data.setUint8(8, 1);
  const chunk = pngChunk('pHYs', new Uint8Array(data.buffer));
  const file = new Uint8Array(png.length + chunk.length);
  file.set(png.subarray(0, headerEnd));
  file.set(chunk, headerEnd);
  file.set(png.subarray(headerEnd), headerEnd + chunk.length);
  return file;
}
