import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { squaredDistances, squaredSteps } from './distanceTransform';

type Triple = [number, number, number];

/** Every site tried for every voxel, in the same whole steps where the grid has them. */
function bruteForce(isSite: Uint8Array, shape: Triple, spacingMm: Triple): Float64Array {
  const { weights, unitMm2 } = squaredSteps(spacingMm);
  const placeOf = (voxel: number) => [
    voxel % shape[0],
    Math.floor(voxel / shape[0]) % shape[1],
    Math.floor(voxel / (shape[0] * shape[1])),
  ];
  return Float64Array.from(isSite, (_, voxel) => {
    let nearest = Number.POSITIVE_INFINITY;
    isSite.forEach((value, site) => {
      if (value === 0) return;
      const [x, y, z] = placeOf(voxel).map((at, axis) => at - placeOf(site)[axis]);
      nearest = Math.min(nearest, weights[0] * x * x + weights[1] * y * y + weights[2] * z * z);
    });
    return nearest * unitMm2;
  });
}

const sides = fc.tuple(
  fc.integer({ min: 1, max: 11 }),
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: 1, max: 9 }),
);

/** A random grid with few, some or many sites. */
const fields = fc.tuple(sides, fc.constantFrom(2, 10, 100)).chain(([shape, rarity]) =>
  fc.record({
    shape: fc.constant(shape),
    isSite: fc
      .array(fc.integer({ min: 1, max: rarity }), {
        minLength: shape[0] * shape[1] * shape[2],
        maxLength: shape[0] * shape[1] * shape[2],
      })
      .map((draws) => Uint8Array.from(draws, (draw) => (draw === 1 ? 7 : 0))),
  }),
);

describe('squaredDistances', () => {
  it('equals brute force, to the bit, where the spacings share a step', () => {
    const spacings = fc.constantFrom<Triple[]>([1, 1, 1], [0.7, 0.7, 0.7], [0.7, 0.9, 3], [0.5, 0.5, 2.5]);
    fc.assert(
      fc.property(fields, spacings, ({ isSite, shape }, spacingMm) => {
        expect(squaredDistances(isSite, shape, spacingMm)).toEqual(bruteForce(isSite, shape, spacingMm));
      }),
      { numRuns: 150 },
    );
  });

  it('equals brute force to 1e-12 on spacings that share none', () => {
    const spacings = fc.constantFrom<Triple[]>(
      [Math.fround(0.7), Math.fround(0.9), 3],
      [Math.SQRT2, Math.PI, Math.E],
    );
    fc.assert(
      fc.property(fields, spacings, ({ isSite, shape }, spacingMm) => {
        const expected = bruteForce(isSite, shape, spacingMm);
        squaredDistances(isSite, shape, spacingMm).forEach((found, voxel) => {
          if (expected[voxel] === Number.POSITIVE_INFINITY) expect(found).toBe(expected[voxel]);
          else expect(Math.abs(found - expected[voxel])).toBeLessThanOrEqual(1e-12 * expected[voxel]);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('is Infinity everywhere without a site', () => {
    expect([...squaredDistances(new Uint8Array(8), [2, 2, 2], [1, 2, 3])]).toEqual(
      new Array(8).fill(Number.POSITIVE_INFINITY),
    );
  });

  it('writes into the buffer that it is given, whatever that held', () => {
    const output = new Float64Array(3).fill(5);
    expect(squaredDistances(Uint8Array.of(1, 0, 0), [3, 1, 1], [2, 1, 1], output)).toBe(output);
    expect([...output]).toEqual([0, 4, 16]);
  });

  it('shares its scratch between grids of different sizes without a trace', () => {
    const small = () => squaredDistances(Uint8Array.of(0, 1, 0, 0), [1, 2, 2], [1, 1, 1]);
    const before = small();
    squaredDistances(new Uint8Array(20 * 20 * 20).fill(1), [20, 20, 20], [1, 1, 1]);
    expect(small()).toEqual(before);
  });
});

describe('squaredSteps', () => {
  it('counts 0.7 × 0.9 × 3.0 mm in tenths of a millimetre', () => {
    const { weights, unitMm2 } = squaredSteps([0.7, 0.9, 3]);
    expect(weights).toEqual([49, 81, 900]);
    expect(unitMm2).toBeCloseTo(0.01, 14);
  });

  it('keeps millimetres where no step fits', () => {
    expect(squaredSteps([1, Math.SQRT2, 1])).toEqual({ weights: [1, Math.SQRT2 ** 2, 1], unitMm2: 1 });
  });
});
