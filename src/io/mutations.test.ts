import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Result } from '../domain/errors';
import { rawGipl, rawMeta, rawMgh, rawNrrd, rawVtk } from './rawFormats';
import { rawNifti } from './rawNifti';
import { readLabelMap } from './readLabelMap';
import { readNpy } from './readNpy';
import { readProbabilities } from './readProbabilities';
import { readVolume } from './readVolume';
import { writeNpz } from './writeNpz';

const LONGEST_MS = 1000;
const MOST_EXTRA_BYTES = 300e6;

const values = Array.from({ length: 60 }, (_, index) => (index * 7) % 5);
const headers = ([1, 2] as const).flatMap((version) =>
  [true, false].map((isLittleEndian) =>
    rawNifti({ dims: [5, 4, 3], values, type: 'int16', version, isLittleEndian, dataOffset: 560 }),
  ),
);
const gzips = headers.map((bytes) => new Uint8Array(gzipSync(bytes)));
const npz = writeNpz({ probabilities: { shape: [2, 3, 4, 5], values: new Float32Array(120).fill(0.75) } });

interface Change {
  /** Where it begins, as a share of the file's length. */
  at: number;
  kind: 'flip' | 'overwrite' | 'cut' | 'insert' | 'remove';
  bytes: Uint8Array;
}

/** One way to damage a file: the start of the change as a share of its length, and what happens there. */
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.noBias(fc.integer({ min: 0, max: 99_999 })).map((share) => share / 100_000),
  kind: fc.constantFrom<Change['kind'][]>('flip', 'overwrite', 'cut', 'insert', 'remove'),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 8 }),
    fc.constantFrom(
      Uint8Array.of(0xff, 0xff),
      Uint8Array.of(0x7f, 0xff),
      Uint8Array.of(0xff, 0xff, 0xff, 0x7f),
      Uint8Array.of(0, 0, 0xc0, 0x7f),
      new Uint8Array(8),
    ),
  ),
});

function mutate(original: Uint8Array, changes: readonly Change[]): Blob {
  let list = [...original];
  for (const { at, kind, bytes } of changes) {
    const start = Math.floor(at * list.length);
    if (kind === 'flip') list[start] ^= bytes[0] || 1;
    if (kind === 'overwrite') list.splice(start, bytes.length, ...bytes);
    if (kind === 'cut') list = list.slice(0, start);
    if (kind === 'insert') list.splice(start, 0, ...bytes);
    if (kind === 'remove') list.splice(start, bytes.length);
  }
  return new Blob([Uint8Array.from(list)]);
}

/** Work alone: a machine that is busy with something else makes nothing slow that is quick. */
function workMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** Reads every mutation; only results and typed problems may come back, each soon, without much memory. */
async function surviveMutations(
  originals: Uint8Array[],
  runs: number,
  read: (blob: Blob) => Promise<Result<unknown>>,
): Promise<Map<string, number>> {
  const outcomes = new Map<string, number>();
  const memoryBefore = process.memoryUsage().rss;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...originals),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      async (original, changes) => {
        const before = process.cpuUsage();
        const result = await read(mutate(original, changes));
        expect(workMs(before)).toBeLessThan(LONGEST_MS);
        const outcome = result.ok ? 'read' : result.problem.code;
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      },
    ),
    { numRuns: runs },
  );
  expect(process.memoryUsage().rss - memoryBefore).toBeLessThan(MOST_EXTRA_BYTES);
  return outcomes;
}

/** `MUTATIONS=13 npx vitest run src/io/mutations.test.ts --testTimeout=0` tries 13 times as many: 104,000 NIfTI files. */
const times = Number(process.env.MUTATIONS ?? 1);
const counts = { nifti: 8000 * times, gzip: 7000 * times, npz: 5000 * times, each: 1000 * times };

describe(`${counts.nifti + counts.gzip + counts.npz} damaged NIfTI and npz files`, () => {
  it(`${counts.nifti} NIfTI headers give a map or a typed problem`, async () => {
    const outcomes = await surviveMutations(headers, counts.nifti, (blob) =>
      readLabelMap({ path: 'a.nii', blob }),
    );
    for (const code of ['read', 'not-nifti', 'truncated-data', 'bad-dimensions', 'unsupported-datatype']) {
      expect(outcomes.get(code)).toBeGreaterThan(0);
    }
  });

  it(`${counts.gzip} gzip streams give a volume or a typed problem`, async () => {
    const outcomes = await surviveMutations(gzips, counts.gzip, (blob) =>
      readVolume({ path: 'a.nii.gz', blob }),
    );
    for (const code of ['truncated-gzip', 'corrupt-gzip', 'not-gzip']) {
      expect(outcomes.get(code)).toBeGreaterThan(0);
    }
  });

  it(`${counts.npz} npz files give probabilities or a typed problem`, async () => {
    const outcomes = await surviveMutations([npz], counts.npz, (blob) =>
      readProbabilities({ path: 'a.npz', blob }),
    );
    for (const code of ['read', 'bad-npz']) expect(outcomes.get(code)).toBeGreaterThan(0);
  });
});

const lengths = [5, 4, 3];
const volume = { lengths, values };
const footer = new Uint8Array(20);

/** As numpy writes it: bytes, in C order. */
function npyOf(array: readonly number[]): Uint8Array<ArrayBuffer> {
  const text = "{'descr': '|u1', 'fortran_order': False, 'shape': (1, 3, 4, 5), }".padEnd(117);
  return Uint8Array.from([
    0x93,
    ...Buffer.from('NUMPY'),
    1,
    0,
    118,
    0,
    ...Buffer.from(`${text}\n`),
    ...array,
  ]);
}

const npyBytes = npyOf(values);

interface Subject {
  name: string;
  bytes: Uint8Array;
  read: (blob: Blob) => Promise<Result<ArrayLike<number>>>;
  /** From here on nothing in the file can tell a changed byte; nowhere where a checksum covers all voxels. */
  unguardedFrom?: number;
}

async function mapIn(path: string, blob: Blob): Promise<Result<ArrayLike<number>>> {
  const read = await readLabelMap({ path, blob });
  return read.ok ? { ok: true, value: read.value.voxels } : read;
}

function mapSubject(path: string, name: string, bytes: Uint8Array, isChecked: boolean): Subject {
  const guard = isChecked ? {} : { unguardedFrom: bytes.length - values.length };
  return { name, bytes, read: (blob) => mapIn(path, blob), ...guard };
}

async function probabilitiesIn(blob: Blob): Promise<Result<ArrayLike<number>>> {
  const read = await readProbabilities({ path: 'a.npz', blob });
  return read.ok ? { ok: true, value: read.value.regions[0] ?? [] } : read;
}

async function arrayIn(blob: Blob): Promise<Result<ArrayLike<number>>> {
  const read = await readNpy({ path: 'a.npy', blob });
  return read.ok ? { ok: true, value: read.value.values } : read;
}

const npzOf = (level: 0 | 6) => zipSync({ 'probabilities.npy': npyBytes }, { level });

const subjects: Subject[] = [
  mapSubject('a.mgh', 'MGH', rawMgh(volume), false),
  mapSubject('a.mgz', 'MGZ', rawMgh({ ...volume, footer, isPacked: true }), true),
  mapSubject('a.mha', 'MetaImage', rawMeta(volume), false),
  mapSubject('a.mha', 'packed MetaImage', rawMeta({ ...volume, isPacked: true }), true),
  mapSubject('a.nrrd', 'NRRD', rawNrrd(volume), false),
  mapSubject('a.nrrd', 'packed NRRD', rawNrrd({ ...volume, isPacked: true }), true),
  mapSubject('a.gipl', 'GIPL', rawGipl(volume), false),
  mapSubject('a.vtk', 'VTK', rawVtk(volume), false),
  { name: 'npy', bytes: npyBytes, read: arrayIn, unguardedFrom: npyBytes.length - values.length },
  { name: 'stored npz', bytes: npzOf(0), read: probabilitiesIn },
  { name: 'deflated npz', bytes: npzOf(6), read: probabilitiesIn },
];

/** Whether something in the file contradicts the change, or leaves the voxels as they were. */
function isGuarded(
  { bytes, unguardedFrom = Number.POSITIVE_INFINITY }: Subject,
  { at, kind, bytes: put }: Change,
) {
  const start = Math.floor(at * bytes.length);
  return (kind !== 'flip' && kind !== 'overwrite') || start + put.length <= unguardedFrom;
}

describe(`${counts.each * subjects.length} damaged files of other formats`, () => {
  it.each(subjects)('$name: never wrong voxels, never long, never much memory', async (subject) => {
    const outcomes = new Set<string>();
    const memoryBefore = process.memoryUsage().rss;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const before = process.cpuUsage();
        const result = await subject.read(mutate(subject.bytes, changes));
        expect(workMs(before)).toBeLessThan(LONGEST_MS);
        outcomes.add(result.ok ? 'read' : result.problem.code);
        if (!result.ok) expect(JSON.stringify(result.problem.facts).length).toBeLessThan(300);
        // Several changes may undo each other.
        if (result.ok && changes.length === 1 && isGuarded(subject, changes[0])) {
          expect(Array.from(result.value)).toEqual(values);
        }
      }),
      { numRuns: counts.each },
    );
    expect(process.memoryUsage().rss - memoryBefore).toBeLessThan(MOST_EXTRA_BYTES);
    expect(outcomes.has('read')).toBe(true);
    expect(outcomes.size).toBeGreaterThan(2);
  });
});
