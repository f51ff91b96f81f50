import { deflateSync } from 'node:zlib';

/** RGBA pixels as a PNG of at most 256 colours. */
export function palettePng(rgba, width, height) {
  const places = new Map();
  for (let start = 0; start < rgba.length; start += 4) {
    const color = (rgba[start] << 16) | (rgba[start + 1] << 8) | rgba[start + 2];
    places.set(color, (places.get(color) ?? 0) + 1);
  }
  // The most frequent colours, no two of them alike: text and panels exactly, gradients in small steps.
  const palette = [];
  for (const [color] of [...places].sort((first, second) => second[1] - first[1])) {
    if (palette.length === 256) break;
    if (palette.every((other) => apart(color, other) > 30)) palette.push(color);
  }
  const nearest = new Map();
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const start = 4 * (y * width + x);
      const color = (rgba[start] << 16) | (rgba[start + 1] << 8) | rgba[start + 2];
      let index = nearest.get(color);
      if (index === undefined) {
        index = palette.reduce(
          (best, other, place) => (apart(color, other) < apart(color, palette[best]) ? place : best),
          0,
        );
        nearest.set(color, index);
      }
      rows[y * (width + 1) + 1 + x] = index;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colors = Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', colors),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function apart(first, second) {
  const red = (first >> 16) - (second >> 16);
  const green = ((first >> 8) & 255) - ((second >> 8) & 255);
  const blue = (first & 255) - (second & 255);
  return red * red + green * green + blue * blue;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
