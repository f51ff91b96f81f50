import { existsSync, openAsBlob, readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { paintRegions } from '../kernels/paintRegions';
import { sampleLabelMap } from '../sampleCases';
import { readNpy } from './readNpy';
import { readProbabilities } from './readProbabilities';
import { writeNpz } from './writeNpz';

const sampleFolder = '../shared/data/lumiere-nnunet/predictions_region_probabilities';
const figuresFile = '../shared/reference/reconstruction.json';

/** An .npy file made byte by byte, independent of the code under test. */
function npy(
  descr: string,
  shape: string,
  data: Uint8Array,
  order = 'False',
  version = 1,
): Uint8Array<ArrayBuffer> {
  const lengthBytes = version === 1 ? 2 : 4;
  const text = `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': ${shape}, }\n`;
  const file = new Uint8Array(8 + lengthBytes + text.length + data.length);
  file.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, version, 0]);
  file[8] = text.length;
  file.set(new TextEncoder().encode(text), 8 + lengthBytes);
  file.set(data, 8 + lengthBytes + text.length);
  return file;
}

function bytesOf(array: ArrayBufferView): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function bigEndian(array: ArrayBufferView & { BYTES_PER_ELEMENT: number }): Uint8Array {
  const bytes = bytesOf(array).slice();
  for (let start = 0; start < bytes.length; start += array.BYTES_PER_ELEMENT) {
    bytes.subarray(start, start + array.BYTES_PER_ELEMENT).reverse();
  }
  return bytes;
}

async function problem(bytes: Uint8Array<ArrayBuffer>) {
  const result = await readProbabilities({ path: 'case.npz', blob: new Blob([bytes]) });
  if (result.ok) throw new Error('it was read');
  return result.problem;
}

const values = Float32Array.from({ length: 2 * 3 * 4 * 5 }, (_, index) => index / 128);
const good = writeNpz({ probabilities: { shape: [2, 3, 4, 5], values } });

/** The checksum stands 16 bytes into the directory's entry. */
function withWrongChecksum(zip: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = zip.slice();
  copy[Buffer.from(copy).lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 16] ^= 1;
  return copy;
}

/** A zip of one entry as it is stored, with bits of its flags set in both of its headers. */
function zipOf(entry: Uint8Array, level: 0 | 6, flags = 0): Uint8Array<ArrayBuffer> {
  const zip = zipSync({ 'probabilities.npy': entry }, { level });
  const directory = Buffer.from(zip).lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  zip[6] |= flags;
  zip[directory + 8] |= flags;
  return zip;
}

describe('readNpy', () => {
  const numbers = [0, 1, 2, 3, 4, 5];
  const halves = Uint16Array.of(0x0000, 0x3c00, 0x4000, 0x4200, 0x4400, 0x4500);

  it.each<[string, Uint8Array]>([
    ['<f2', bytesOf(halves)],
    ['>f2', bigEndian(halves)],
    ['<f4', bytesOf(Float32Array.from(numbers))],
    ['>f4', bigEndian(Float32Array.from(numbers))],
    ['<f8', bytesOf(Float64Array.from(numbers))],
    ['>f8', bigEndian(Float64Array.from(numbers))],
    ['|i1', bytesOf(Int8Array.from(numbers))],
    ['|u1', bytesOf(Uint8Array.from(numbers))],
    ['<i2', bytesOf(Int16Array.from(numbers))],
    ['>u2', bigEndian(Uint16Array.from(numbers))],
    ['<i4', bytesOf(Int32Array.from(numbers))],
    ['>u4', bigEndian(Uint32Array.from(numbers))],
    ['<i8', bytesOf(BigInt64Array.from(numbers.map(BigInt)))],
    ['>u8', bigEndian(BigUint64Array.from(numbers.map(BigInt)))],
  ])('reads %s in versions 1, 2 and 3 and in both orders', async (descr, data) => {
    for (const version of [1, 2, 3]) {
      const inC = await readNpy({
        path: 'a.npy',
        blob: new Blob([npy(descr, '(2, 3)', data, 'False', version)]),
      });
      expect(inC).toEqual({ ok: true, value: { shape: [2, 3], values: Float32Array.from(numbers) } });
    }
    const inFortran = await readNpy({ path: 'a.npy', blob: new Blob([npy(descr, '(2, 3)', data, 'True')]) });
    expect(inFortran).toMatchObject({ value: { values: Float32Array.of(0, 2, 4, 1, 3, 5) } });
  });

  it('reads booleans, and half floats that are tiny, negative, infinite or no number', async () => {
    const booleans = await readNpy({
      path: 'a.npy',
      blob: new Blob([npy('|b1', '(2,)', Uint8Array.of(1, 0))]),
    });
    expect(booleans).toMatchObject({ value: { values: Float32Array.of(1, 0) } });
    const odd = bytesOf(Uint16Array.of(0x0001, 0x83ff, 0x3800, 0xfc00, 0x7e00, 0x7bff));
    const result = await readNpy({ path: 'a.npy', blob: new Blob([npy('<f2', '(6,)', odd)]) });
    const expected = [2 ** -24, -1023 * 2 ** -24, 0.5, Number.NEGATIVE_INFINITY, Number.NaN, 65_504];
    expect(result.ok && [...result.value.values]).toEqual(expected);
  });
});

describe('readProbabilities', () => {
  it('gives one array per region, x fastest, and the shape as x, y, z', async () => {
    const result = await readProbabilities({ path: 'case.npz', blob: new Blob([good]) });
    expect(result).toEqual({
      ok: true,
      value: { shape: [5, 4, 3], regions: [values.subarray(0, 60), values.subarray(60)] },
    });
  });

  it('reads a stored entry among others', async () => {
    const entry = npy('<f4', '(2, 3, 4, 5)', bytesOf(values));
    const zip = zipSync(
      { 'other.npy': npy('|u1', '(1,)', Uint8Array.of(1)), 'probabilities.npy': entry },
      { level: 0 },
    );
    expect(await readProbabilities({ path: 'case.npz', blob: new Blob([zip]) })).toMatchObject({
      value: { shape: [5, 4, 3] },
    });
  });

  it.each<[string, Uint8Array<ArrayBuffer>, string, Record<string, unknown>]>([
    ['is empty', new Uint8Array(0), 'empty-file', {}],
    ['has a wrong checksum', withWrongChecksum(good), 'bad-npz', {}],
    ['is no zip', new TextEncoder().encode('not a zip file at all, but long enough'), 'bad-npz', {}],
    [
      'has a stored entry that was changed',
      zipOf(npy('<f4', '(2, 3, 4, 5)', bytesOf(values)), 0).map((byte, at) => (at === 300 ? byte ^ 1 : byte)),
      'bad-npz',
      {},
    ],
    [
      'is encrypted',
      zipOf(npy('<f4', '(2, 3, 4, 5)', bytesOf(values)), 6, 1),
      'bad-npz',
      { detail: 'its arrays are encrypted' },
    ],
    [
      'holds more values than it says',
      zipOf(npy('<f4', '(2, 3, 4, 4)', bytesOf(values)), 6),
      'surplus-data',
      {},
    ],
    [
      'has forty axes',
      zipOf(npy('<f4', `(${'1,'.repeat(40)})`, new Uint8Array(4)), 6),
      'bad-npz',
      { detail: 'an array of 40 axes' },
    ],
    [
      'has no probabilities',
      writeNpz({ logits: { shape: [2, 60], values } }),
      'npz-without-array',
      { array: 'probabilities.npy', found: 'logits.npy' },
    ],
    [
      'has three axes',
      writeNpz({ probabilities: { shape: [6, 4, 5], values } }),
      'npz-shape',
      { shape: '6, 4, 5' },
    ],
    [
      'has no region',
      writeNpz({ probabilities: { shape: [0, 3, 4, 5], values: new Float32Array(0) } }),
      'npz-shape',
      {},
    ],
    ['ends too early', good.slice(0, 200), 'bad-npz', { detail: 'the zip file ends too early' }],
    [
      'holds something else under that name',
      zipSync({ 'probabilities.npy': new Uint8Array(100) }),
      'bad-npz',
      { detail: 'not a numpy array' },
    ],
    [
      'holds text',
      zipSync({ 'probabilities.npy': npy('<U4', '(2,)', new Uint8Array(32)) }),
      'bad-npz',
      { detail: "arrays of type '<U4'" },
    ],
    [
      'holds fewer values than it says',
      zipSync({ 'probabilities.npy': npy('<f4', '(2, 3, 4, 5)', new Uint8Array(40)) }),
      'truncated-data',
      {},
    ],
    [
      'promises more than memory',
      zipSync({ 'probabilities.npy': npy('<f4', '(3, 9000, 9000, 9000)', new Uint8Array(40)) }),
      'truncated-data',
      {},
    ],
  ])('refuses a file that %s', async (_, bytes, code, facts) => {
    expect(await problem(bytes)).toEqual({ code, file: 'case.npz', facts: expect.objectContaining(facts) });
  });
});

describe('a softmax of nnU-Net 1', () => {
  /** A pickle in protocol 0: the box along z, y, x and the grid that it was cut from. */
  const pkl = (box: number[][], whole: number[]) => {
    const list = (items: string[]) => `(l${items.map((item) => `${item}a`).join('')}`;
    const numbers = (items: number[]) => list(items.map((item) => `I${item}\n`));
    return new Blob([
      `(dS'crop_bbox'\n${list(box.map(numbers))}sS'original_size_of_raw_data'\n${numbers(whole)}s.`,
    ]);
  };
  const blob = new Blob([
    writeNpz({ softmax: { shape: [2, 2, 1, 2], values: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8) } }),
  ]);

  it('is laid onto the whole grid by the box in the .pkl beside it', async () => {
    const companion = pkl(
      [
        [1, 3],
        [0, 1],
        [1, 3],
      ],
      [3, 1, 3],
    );
    const result = await readProbabilities({ path: 'case.npz', blob, companion });
    expect(result).toEqual({
      ok: true,
      value: {
        shape: [3, 1, 3],
        regions: [Float32Array.of(0, 0, 0, 0, 1, 2, 0, 3, 4), Float32Array.of(0, 0, 0, 0, 5, 6, 0, 7, 8)],
      },
    });
  });

  it('that is whole needs no box, and one that fits no box is doubtful', async () => {
    const whole = await readProbabilities({
      path: 'case.npz',
      blob,
      companion: pkl(
        [
          [0, 1],
          [0, 1],
          [0, 1],
        ],
        [2, 1, 2],
      ),
    });
    expect(whole.ok && whole.value).not.toHaveProperty('mayBeCut');
    for (const companion of [
      undefined,
      pkl(
        [
          [0, 1],
          [0, 1],
          [0, 1],
        ],
        [3, 1, 2],
      ),
      new Blob(['no pickle']),
    ]) {
      const result = await readProbabilities({ path: 'case.npz', blob, companion });
      expect(result).toMatchObject({ ok: true, value: { shape: [2, 1, 2], mayBeCut: true } });
    }
  });
});

it('a bomb is stopped soon behind what its header promises', async () => {
  const bomb = new Uint8Array(60e6);
  bomb.set(npy('<f4', '(2, 3, 4, 5)', bytesOf(values)));
  const found = await problem(zipOf(bomb, 6));
  expect(found).toMatchObject({ code: 'surplus-data', facts: { expectedBytes: 556 } });
  expect((found.facts as { foundBytes: number }).foundBytes).toBeLessThan(20e6);
});

const damaged = '../shared/cases/damaged';
test.skipIf(!existsSync(damaged))('the damaged npz of ../shared are refused in time', async () => {
  for (const name of ['stored-damaged.npz', 'fortran-100k-axes.npz']) {
    const before = performance.now();
    expect(await problem(Uint8Array.from(readFileSync(`${damaged}/${name}`)))).toMatchObject({
      code: 'bad-npz',
    });
    expect(performance.now() - before).toBeLessThan(1000);
  }
});

describe.skipIf(!existsSync(sampleFolder))('the sample probabilities (skipped without ../shared)', () => {
  it('have the reference region sizes and paint the label map saved beside them', async () => {
    const path = `${sampleFolder}/Patient-002-week-003.npz`;
    const result = await readProbabilities({ path, blob: await openAsBlob(path) });
    if (!result.ok) throw new Error(JSON.stringify(result.problem));
    const figures = JSON.parse(readFileSync(figuresFile, 'utf8'));
    const masks = result.value.regions.map((region) =>
      Uint8Array.from(region, (value) => (value > 0.5 ? 1 : 0)),
    );
    const sizes = masks.map((mask) => mask.reduce((sum, value) => sum + value, 0));
    expect(sizes).toEqual([figures.region_voxels.WT, figures.region_voxels.TC, figures.region_voxels.ET]);
    const saved = await sampleLabelMap(`${sampleFolder}/Patient-002-week-003.nii.gz`);
    expect(result.value.shape).toEqual(saved.geometry.shape);
    const painted = paintRegions(masks, figures.regions_class_order);
    expect(Buffer.compare(painted, saved.voxels as Uint8Array)).toBe(0);
  });
});
