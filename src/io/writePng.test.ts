import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { greyPng, indexedPng } from './writePng';

/** The chunks of a PNG file by name, their checksums held against another implementation's. */
function chunksOf(file: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(file.buffer, file.byteOffset);
  const chunks = new Map<string, Uint8Array>();
  for (let at = 8; at < file.length; ) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...file.subarray(at + 4, at + 8));
    chunks.set(name, file.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return chunks;
}

describe('a PNG file', () => {
  test('of grey values gives them back when its row differences are undone', () => {
    const grey = Uint8Array.from([0, 255, 7, 7, 200, 1]);
    const chunks = chunksOf(greyPng(3, 2, grey));
    expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND']);
    const rows = inflateSync(chunks.get('IDAT')!);
    const values = [0, 4].flatMap((start) => {
      expect(rows[start]).toBe(1);
      let before = 0;
      return [1, 2, 3].map((x) => {
        before = (before + rows[start + x]) & 255;
        return before;
      });
    });
    expect(values).toEqual([...grey]);
  });

  test('with a palette holds only the colours that occur, each pixel its own', () => {
    const table = new Uint8ClampedArray(1024);
    table.set([10, 20, 30, 255], 4 * 200);
    const chunks = chunksOf(indexedPng(2, 2, Uint8Array.from([0, 200, 200, 0]), table));
    expect([...chunks.get('PLTE')!]).toEqual([0, 0, 0, 10, 20, 30]);
    expect([...chunks.get('tRNS')!]).toEqual([0, 255]);
    expect([...inflateSync(chunks.get('IDAT')!)]).toEqual([0, 0, 1, 0, 1, 0]);
  });

  test('ends with the checksum that every PNG ends with', () => {
    expect([...greyPng(1, 1, Uint8Array.of(5)).subarray(-4)]).toEqual([0xae, 0x42, 0x60, 0x82]);
  });
});
