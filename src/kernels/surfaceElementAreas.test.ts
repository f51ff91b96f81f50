import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { surfaceElementAreas } from './surfaceElementAreas';

const referenceFile = '../shared/reference/surface-element-areas.json';

/** The code whose set corners are the given ones, (x, y, z). */
function codeOf(...corners: [number, number, number][]): number {
  return corners.reduce((code, [x, y, z]) => code | (128 >> (4 * x + 2 * y + z)), 0);
}

describe('surfaceElementAreas', () => {
  it('cuts one corner off with a triangle through three edge midpoints', () => {
    expect(surfaceElementAreas([1, 1, 1])[codeOf([1, 0, 1])]).toBeCloseTo(Math.sqrt(3) / 8, 14);
  });

  it('halves the cube with one of its cross-sections', () => {
    const areas = surfaceElementAreas([2, 3, 5]);
    expect(areas[codeOf([0, 0, 0], [0, 0, 1], [0, 1, 0], [0, 1, 1])]).toBeCloseTo(15, 12);
    expect(areas[codeOf([0, 0, 0], [1, 0, 0], [0, 0, 1], [1, 0, 1])]).toBeCloseTo(10, 12);
    expect(areas[codeOf([0, 0, 0], [1, 0, 0], [0, 1, 0], [1, 1, 0])]).toBeCloseTo(6, 12);
  });

  it('has no element where all corners are outside or all inside, and one everywhere else', () => {
    const areas = surfaceElementAreas([1, 1, 1]);
    expect([areas[0], areas[255]]).toEqual([0, 0]);
    expect(areas.slice(1, 255).every((area) => area > 0)).toBe(true);
  });

  it('gives a code with more than four corners the area of its complement', () => {
    const areas = surfaceElementAreas([0.7, 0.9, 3]);
    areas.forEach((area, code) => {
      expect(areas[255 - code]).toBeCloseTo(area, 12);
    });
  });

  it('keeps corners that touch only diagonally apart', () => {
    const areas = surfaceElementAreas([1, 2, 3]);
    const apart = codeOf([0, 0, 0], [1, 1, 0]);
    expect(areas[apart]).toBeCloseTo(areas[codeOf([0, 0, 0])] + areas[codeOf([1, 1, 0])], 12);
  });

  it('grows with the square of the spacing', () => {
    const once = surfaceElementAreas([0.7, 0.9, 3]);
    surfaceElementAreas([1.4, 1.8, 6]).forEach((area, code) => {
      expect(area).toBeCloseTo(4 * once[code], 12);
    });
  });
});

describe.skipIf(!existsSync(referenceFile))('surfaceElementAreas against ../shared/reference', () => {
  const read = () => JSON.parse(readFileSync(referenceFile, 'utf8'));

  it('numbers the corners as the reference does', () => {
    const bits: number[][][] = read().bit_of_corner_ijk;
    for (const x of [0, 1]) {
      for (const y of [0, 1]) for (const z of [0, 1]) expect(codeOf([x, y, z])).toBe(bits[x][y][z]);
    }
  });

  it.each([
    { key: 'areas_spacing_1_1_1', spacingMm: [1, 1, 1] as const },
    { key: 'areas_spacing_1_2_3', spacingMm: [1, 2, 3] as const },
  ])('equals $key in all 256 codes', ({ key, spacingMm }) => {
    const expected: number[] = read()[key];
    const areas = surfaceElementAreas(spacingMm);
    expect(expected).toHaveLength(256);
    // The file has twelve decimals.
    expected.forEach((area, code) => {
      expect(Math.abs(areas[code] - area), `code ${code}`).toBeLessThan(1e-11);
    });
  });
});
