import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inflateMembers } from './inflateMembers';
import { openContent } from './openContent';
import type { Inflate } from './volumeFile';

const text = (seed: number, length: number) =>
  Uint8Array.from({ length }, (_, index) => ((index * seed) % 251) & (seed % 7 === 0 ? 1 : 255));

async function read(bytes: Uint8Array<ArrayBuffer>, inflate?: Inflate): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const opened = await openContent('map.nii.gz', new Blob([bytes]), undefined, inflate);
  for await (const chunk of opened.chunks) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const members = fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 0, max: 400_000 })), {
  minLength: 1,
  maxLength: 4,
});

test('reads members behind each other and padding as gzip does, on the page and by the reader itself', async () => {
  await fc.assert(
    fc.asyncProperty(members, fc.nat(2000), async (parts, padding) => {
      const contents = parts.map(([seed, length]) => text(seed, length));
      const packed = Buffer.concat([...contents.map((part) => gzipSync(part)), Buffer.alloc(padding)]);
      for (const inflate of [undefined, inflateMembers]) {
        expect((await read(Uint8Array.from(packed), inflate)).equals(Buffer.concat(contents))).toBe(true);
      }
    }),
    { numRuns: 25 },
  );
});

/** Pieces of 256 kB are read, so that padding and what lies behind it often come apart. */
const padding = fc.constantFrom(0, 1, 511, 2 ** 18 - 40, 2 ** 18, 2 ** 18 + 1);

test('refuses whatever lies behind padding, at the edge of a piece as well', async () => {
  const packed = gzipSync(text(3, 2000));
  await fc.assert(
    fc.asyncProperty(padding, fc.boolean(), async (zeros, isMember) => {
      const behind = isMember ? gzipSync(text(5, 100)) : Buffer.from('more');
      const bytes = Uint8Array.from(Buffer.concat([packed, Buffer.alloc(zeros), behind]));
      const isRight = zeros === 0 && isMember;
      // Node's own stream, which stands for the browser's in these tests, would stop at the first zero.
      const reading = read(bytes, inflateMembers);
      if (isRight) expect((await reading).length).toBe(2100);
      else await expect(reading).rejects.toMatchObject({ problem: { code: 'corrupt-gzip' } });
    }),
    { numRuns: 24 },
  );
});

test.each([
  [
    'a flipped bit in the second member',
    'corrupt-gzip',
    (packed: Buffer) => {
      packed[packed.length - 60] ^= 1;
      return packed;
    },
  ],
  ['the end cut off', 'truncated-gzip', (packed: Buffer) => packed.subarray(0, -12)],
  [
    'other bytes behind the end',
    'corrupt-gzip',
    (packed: Buffer) => Buffer.concat([packed, Buffer.from('more')]),
  ],
])('refuses %s', async (_, code, damage) => {
  const noise = Uint8Array.from({ length: 600 }, (_, index) => (index * index * 7919) % 253);
  const packed = Buffer.concat([gzipSync(noise), gzipSync(noise)]);
  await expect(read(Uint8Array.from(damage(packed)))).rejects.toMatchObject({ problem: { code } });
});
