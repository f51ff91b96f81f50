import { describe, expect, test } from 'vitest';
import { lesionScores } from './lesionScores';
import { lesionTotals } from './lesionTotals';
import { randomSource } from './randomSource';

const shape: [number, number, number] = [24, 20, 16];
const spacingMm: [number, number, number] = [1, 1, 2];

function blobs(seed: number): Uint8Array {
  const { uniform: next } = randomSource(seed);
  const map = new Uint8Array(24 * 20 * 16);
  for (let blob = 0; blob < 6; blob++) {
    const [x, y, z, size] = [next() * 20, next() * 16, next() * 12, 1 + next() * 4].map(Math.floor);
    for (let dz = 0; dz < size; dz++)
      for (let dy = 0; dy < size; dy++)
        for (let dx = 0; dx < size; dx++) map[((z + dz) * 20 + y + dy) * 24 + x + dx] = 1;
  }
  return map;
}

describe('lesions found once', () => {
  test('give the scores of every profile of the same dilation', () => {
    let differing = 0;
    for (let seed = 1; seed <= 10; seed++) {
      const maps = [blobs(seed), blobs(seed + 100)] as const;
      const of = (profile: 'men-2023' | 'met-2023') =>
        lesionScores(...maps, { shape, spacingMm }, [{ labels: [1] }], profile)[0];
      const [men, met] = [of('men-2023'), of('met-2023')];
      expect(lesionTotals(men, 'met-2023')).toEqual(met);
      expect(lesionTotals(met, 'men-2023')).toEqual(men);
      if (men.dice !== met.dice) differing++;
    }
    expect(differing).toBeGreaterThan(0);
  });

  test('without lesions and components score as the challenge says', () => {
    expect(lesionTotals({ lesions: [], components: [] }, 'gli-2023')).toMatchObject({ dice: 1, hd95Mm: 0 });
  });
});
