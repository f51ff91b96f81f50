import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Result } from '../domain/errors';
import { type Change, change, mutate } from './mutate';
import { rawGipl, rawMeta, rawMgh, rawNrrd, rawVtk } from './rawFormats';
import { readLabelMap } from './readLabelMap';
import { readNpy } from './readNpy';
import { readProbabilities } from './readProbabilities';

/** `MUTATIONS=10000 npx vitest run src/io/formatMutations.test.ts` tries ten times as many. */
const runs = Number(process.env.MUTATIONS ?? 1000);
const LONGEST_MS = 1000;
const MOST_EXTRA_BYTES = 300e6;

const lengths = [5, 4, 3];
const values = Array.from({ length: 60 }, (_, index) => (index * 7) % 5);
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

const npy = npyOf(values);

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

const npzOf = (level: 0 | 6) => zipSync({ 'probabilities.npy': npy }, { level });

const subjects: Subject[] = [
  mapSubject('a.mgh', 'MGH', rawMgh(volume), false),
  mapSubject('a.mgz', 'MGZ', rawMgh({ ...volume, footer, isPacked: true }), true),
  mapSubject('a.mha', 'MetaImage', rawMeta(volume), false),
  mapSubject('a.mha', 'packed MetaImage', rawMeta({ ...volume, isPacked: true }), true),
  mapSubject('a.nrrd', 'NRRD', rawNrrd(volume), false),
  mapSubject('a.nrrd', 'packed NRRD', rawNrrd({ ...volume, isPacked: true }), true),
  mapSubject('a.gipl', 'GIPL', rawGipl(volume), false),
  mapSubject('a.vtk', 'VTK', rawVtk(volume), false),
  { name: 'npy', bytes: npy, read: arrayIn, unguardedFrom: npy.length - values.length },
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

describe(`${runs * subjects.length} damaged files of other formats`, () => {
  it.each(subjects)('$name: never wrong voxels, never long, never much memory', async (subject) => {
    const outcomes = new Set<string>();
    const before = process.memoryUsage().rss;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const start = performance.now();
        const result = await subject.read(mutate(subject.bytes, changes));
        expect(performance.now() - start).toBeLessThan(LONGEST_MS);
        outcomes.add(result.ok ? 'read' : result.problem.code);
        if (!result.ok) expect(JSON.stringify(result.problem.facts).length).toBeLessThan(300);
        // Several changes may undo each other.
        if (result.ok && changes.length === 1 && isGuarded(subject, changes[0])) {
          expect(Array.from(result.value)).toEqual(values);
        }
      }),
      { numRuns: runs },
    );
    expect(process.memoryUsage().rss - before).toBeLessThan(MOST_EXTRA_BYTES);
    expect(outcomes.has('read')).toBe(true);
    expect(outcomes.size).toBeGreaterThan(2);
  });
});
