import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planeTiles, type Tile } from './planeTiles';

const head: [number, number, number] = [140, 175, 140];

describe('planeTiles', () => {
  it('fills every pane with tiles of which none lies over another', () => {
    const side = fc.integer({ min: 120, max: 3000 });
    const extent = fc.integer({ min: 40, max: 400 });
    fc.assert(
      fc.property(side, side, fc.tuple(extent, extent, extent), (width, height, fov) => {
        const boxes = planeTiles('multiplanar', width, height, fov).map(({ place: [left, top, w, h] }) => {
          expect(Math.min(left, top)).toBeGreaterThan(-1e-9);
          expect(Math.max(left + w, top + h)).toBeLessThan(1 + 1e-9);
          return [left, top, left + w, top + h];
        });
        const covered = boxes.reduce((sum, [left, top, right, low]) => sum + (right - left) * (low - top), 0);
        expect(covered).toBeCloseTo(1, 9);
        boxes.forEach((first, index) => {
          for (const second of boxes.slice(index + 1)) {
            const isApart = [0, 1].some(
              (axis) => first[axis + 2] <= second[axis] + 1e-9 || second[axis + 2] <= first[axis] + 1e-9,
            );
            expect(isApart).toBe(true);
          }
        });
      }),
    );
  });

  it('stacks the small planes at the right, and sets them in a row where a pane is tall', () => {
    const placeOf = (tiles: Tile[], kind: string) => tiles.find((tile) => tile.kind === kind)!.place;
    const usual = planeTiles('multiplanar', 530, 690, head);
    expect(placeOf(usual, 'coronal')[0]).toBe(placeOf(usual, 'sagittal')[0]);
    expect(placeOf(usual, 'axial')[3]).toBe(1);
    const tall = planeTiles('multiplanar', 350, 800, head);
    expect(placeOf(tall, 'coronal')[1]).toBe(placeOf(tall, 'sagittal')[1]);
    expect(placeOf(tall, 'axial')[2]).toBe(1);
  });

  it('gives a plane alone the whole pane', () => {
    expect(planeTiles('coronal', 400, 300, head)).toEqual([{ kind: 'coronal', place: [0, 0, 1, 1] }]);
  });
});
