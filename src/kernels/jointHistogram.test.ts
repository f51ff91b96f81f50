import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jointHistogram } from './jointHistogram';

/** Runs of equal pairs, mostly background, as in a head; lengths that no block size divides. */
const pairs = fc
  .array(
    fc.record({
      length: fc.integer({ min: 1, max: 40 }),
      reference: fc.constantFrom(0, 0, 0, 1, 3, 255),
      prediction: fc.constantFrom(0, 0, 0, 1, 2, 128),
    }),
    { maxLength: 12 },
  )
  .map((runs) => ({
    reference: runs.flatMap((run) => new Array<number>(run.length).fill(run.reference)),
    prediction: runs.flatMap((run) => new Array<number>(run.length).fill(run.prediction)),
  }));

/** The same table, voxel by voxel. */
function countSlowly(reference: readonly number[], prediction: readonly number[]) {
  const labels = [...new Set([0, ...reference, ...prediction])].sort((first, second) => first - second);
  const count = (row: number, column: number) =>
    reference.filter((value, voxel) => value === row && prediction[voxel] === column).length;
  return { labels, counts: labels.map((row) => labels.map((column) => count(row, column))) };
}

describe('jointHistogram', () => {
  it('counts every pair once, whatever the runs and the length', () => {
    fc.assert(
      fc.property(pairs, ({ reference, prediction }) => {
        expect(jointHistogram(Uint8Array.from(reference), Uint8Array.from(prediction))).toEqual(
          countSlowly(reference, prediction),
        );
      }),
    );
  });

  it('counts views that start at any byte of their buffer', () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: 0, max: 5 }), ({ reference, prediction }, offset) => {
        const view = new Uint8Array(reference.length + offset).subarray(offset);
        view.set(reference);
        expect(jointHistogram(view, Uint8Array.from(prediction))).toEqual(countSlowly(reference, prediction));
      }),
    );
  });

  it('counts two-byte maps, alone and against one-byte maps', () => {
    fc.assert(
      fc.property(pairs, ({ reference, prediction }) => {
        const wide = reference.map((value) => value * 257);
        expect(jointHistogram(Uint16Array.from(wide), Uint8Array.from(prediction))).toEqual(
          countSlowly(wide, prediction),
        );
      }),
    );
  });

  it('refuses maps of different lengths', () => {
    expect(() => jointHistogram(new Uint8Array(3), new Uint8Array(4))).toThrow(RangeError);
  });
});
