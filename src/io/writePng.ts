import { zlibSync } from 'fflate';
import { pngChunk } from '../domain/pngChunk';

const signature = [137, 80, 78, 71, 13, 10, 26, 10];

/** A picture of 8-bit grey values, row by row, as a PNG file. */
export function greyPng(width: number, height: number, grey: Uint8Array): Uint8Array<ArrayBuffer> {
  return png(width, height, 0, grey, []);
}

/**
 * A picture of one byte a pixel, coloured by a table of 256 RGBA entries, as a PNG file with a palette: every
 * pixel keeps exactly the colour of its byte.
 */
export function indexedPng(
  width: number,
  height: number,
  indices: Uint8Array,
  table: Uint8ClampedArray,
): Uint8Array<ArrayBuffer> {
  const used = [...new Set(indices)].sort((first, second) => first - second);
  const placeOf = new Uint8Array(256);
  used.forEach((index, place) => {
    placeOf[index] = place;
  });
  const colors = used.flatMap((index) => [...table.subarray(4 * index, 4 * index + 3)]);
  const alphas = used.map((index) => table[4 * index + 3]);
  const pixels = indices.map((index) => placeOf[index]);
  return png(width, height, 3, pixels, [
    pngChunk('PLTE', Uint8Array.from(colors)),
    pngChunk('tRNS', Uint8Array.from(alphas)),
  ]);
}

/** PNG (ISO/IEC 15948) of one byte a pixel; grey rows are stored as differences to the pixel before. */
function png(
  width: number,
  height: number,
  colorType: 0 | 3,
  pixels: Uint8Array,
  between: Uint8Array[],
): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, colorType, 0, 0, 0], 8);
  const rows = new Uint8Array(height * (width + 1));
  for (let y = 0; y < height; y++) {
    const start = y * (width + 1);
    const row = pixels.subarray(y * width, (y + 1) * width);
    if (colorType === 3) {
      rows.set(row, start + 1);
      continue;
    }
    rows[start] = 1;
    for (let x = 0; x < width; x++) rows[start + 1 + x] = row[x] - (x > 0 ? row[x - 1] : 0);
  }
  const parts = [
    Uint8Array.from(signature),
    pngChunk('IHDR', header),
    ...between,
    pngChunk('IDAT', zlibSync(rows, { level: 9 })),
    pngChunk('IEND', new Uint8Array(0)),
  ];
  const file = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let position = 0;
  for (const part of parts) {
    file.set(part, position);
    position += part.length;
  }
  return file;
}
