import { describe, expect, test } from 'vitest';
import { largestTauMm } from '../domain/contourShift';
import { randomSource } from './randomSource';
import { surfaceDistancesOfMasks } from './surfaceDistances';
import { surfaceDiceAt, surfaceMeasure } from './surfaceMeasure';
import { surfaceScoresUnder } from './surfaceScoresUnder';

const shape: [number, number, number] = [14, 12, 10];

function randomMask(seed: number, share: number): Uint8Array {
  const { uniform: next } = randomSource(seed);
  return Uint8Array.from({ length: 14 * 12 * 10 }, () => (next() < share ? 1 : 0));
}

describe('what is kept of a surface', () => {
  test.each([[[1, 1, 1]], [[0.7, 0.9, 3]]])(
    'gives the surface Dice at any τ on voxels of %j mm',
    (spacing) => {
      const spacingMm = spacing as [number, number, number];
      for (let seed = 1; seed <= 5; seed++) {
        const taus = [0, 0.5, 0.9, 1.5, 2, 4.2, largestTauMm];
        const masks = [randomMask(seed, 0.03), randomMask(seed + 50, 0.03)] as const;
        const scores = surfaceDistancesOfMasks(...masks, shape, spacingMm, taus);
        const measure = surfaceMeasure(scores);
        for (const { tauMm, value } of scores.nsd) {
          expect(Math.abs(surfaceDiceAt(measure, tauMm) - value)).toBeLessThan(1e-12);
        }
      }
    },
  );

  test('gives no surface Dice beyond the largest τ', () => {
    const measure = surfaceMeasure(
      surfaceDistancesOfMasks(randomMask(1, 0.1), randomMask(2, 0.1), shape, [1, 1, 1]),
    );
    expect(surfaceDiceAt(measure, largestTauMm + 1)).toBeNaN();
  });
});

describe('the surface scores under a convention', () => {
  const empty = new Uint8Array(14 * 12 * 10);
  const full = randomMask(3, 0.1);
  const under = (
    reference: Uint8Array,
    prediction: Uint8Array,
    profile: 'nnunet' | 'brats-2023' | 'brats-legacy',
  ) =>
    surfaceScoresUnder(
      surfaceMeasure(surfaceDistancesOfMasks(reference, prediction, shape, [1, 1, 1])),
      profile,
      1,
    );

  test('a missed structure has the distance that the convention sets, and none under nnU-Net', () => {
    expect(under(full, empty, 'brats-2023')).toMatchObject({
      reason: 'prediction-empty',
      hd95Mm: 374,
      nsd: 0,
    });
    expect(under(full, empty, 'brats-legacy').hd100Mm).toBe(373.12866);
    expect(under(full, empty, 'nnunet').hd95Mm).toBeNaN();
    expect(under(full, empty, 'brats-2023').asdReferenceToPredictionMm).toBeNaN();
  });

  test('a structure in neither map is perfect for BraTS and no number for nnU-Net', () => {
    expect(under(empty, empty, 'brats-2023')).toMatchObject({ reason: 'both-empty', hd95Mm: 0, nsd: 1 });
    expect(under(empty, empty, 'nnunet').nsd).toBeNaN();
  });

  test('the convention changes nothing where both maps hold the structure', () => {
    const other = randomMask(4, 0.1);
    expect(under(full, other, 'brats-2023')).toEqual(under(full, other, 'nnunet'));
  });
});
