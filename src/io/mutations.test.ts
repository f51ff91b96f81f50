import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../domain/errors';
import { change, mutate } from './mutate';
import { rawNifti } from './rawNifti';
import { readLabelMap } from './readLabelMap';
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

/** Reads every mutation; only results and typed problems may come back, each soon, without much memory. */
async function surviveMutations(
  originals: Uint8Array[],
  runs: number,
  read: (blob: Blob) => Promise<Result<unknown>>,
): Promise<Map<string, number>> {
  const outcomes = new Map<string, number>();
  const before = process.memoryUsage().rss;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...originals),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      async (original, changes) => {
        const start = performance.now();
        const result = await read(mutate(original, changes));
        expect(performance.now() - start).toBeLessThan(LONGEST_MS);
        const outcome = result.ok ? 'read' : result.problem.code;
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      },
    ),
    { numRuns: runs },
  );
  expect(process.memoryUsage().rss - before).toBeLessThan(MOST_EXTRA_BYTES);
  return outcomes;
}

describe('20,000 damaged files', () => {
  it('8,000 NIfTI headers give a map or a typed problem', async () => {
    const outcomes = await surviveMutations(headers, 8000, (blob) => readLabelMap({ path: 'a.nii', blob }));
    for (const code of ['read', 'not-nifti', 'truncated-data', 'bad-dimensions', 'unsupported-datatype']) {
      expect(outcomes.get(code)).toBeGreaterThan(0);
    }
  });

  it('7,000 gzip streams give a volume or a typed problem', async () => {
    const outcomes = await surviveMutations(gzips, 7000, (blob) => readVolume({ path: 'a.nii.gz', blob }));
    for (const code of ['truncated-gzip', 'corrupt-gzip', 'not-gzip']) {
      expect(outcomes.get(code)).toBeGreaterThan(0);
    }
  });

  it('5,000 npz files give probabilities or a typed problem', async () => {
    const outcomes = await surviveMutations([npz], 5000, (blob) =>
      readProbabilities({ path: 'a.npz', blob }),
    );
    for (const code of ['read', 'bad-npz']) expect(outcomes.get(code)).toBeGreaterThan(0);
  });
});
