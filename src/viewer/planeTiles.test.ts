import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planeTiles } from './planeTiles';

const brain: [number, number, number] = [240, 240, 155];

describe('planeTiles', () => {
  it('keeps every tile inside the pane, in the proportions of its plane, and none over another', () => {
    const side = fc.integer({ min: 120, max: 3000 });
    const extent = fc.integer({ min: 40, max: 400 });
    fc.assert(
      fc.property(side, side, fc.tuple(extent, extent, extent), (width, height, fov) => {
        const tiles = planeTiles(width, height, fov);
        const [x, y, z] = fov;
        const shapes = { axial: [x, y], coronal: [x, z], sagittal: [y, z], render: [1, 1] };
        const boxes = tiles.map(({ kind, place: [left, top, w, h] }) => {
          expect(Math.min(left, top)).toBeGreaterThan(-1e-9);
          expect(Math.max(left + w, top + h)).toBeLessThan(1 + 1e-9);
          const [across, down] = shapes[kind];
          expect((w * width) / (h * height)).toBeCloseTo(across / down, 6);
          return [left, top, left + w, top + h];
        });
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

  it('puts planes in a row where there is width, and one large plane over small ones where there is height', () => {
    const placeOf = (width: number, height: number, kind: string) =>
      planeTiles(width, height, brain).find((tile) => tile.kind === kind)!.place;
    expect(placeOf(2000, 400, 'coronal')[0]).toBeGreaterThan(placeOf(2000, 400, 'axial')[0]);
    expect(placeOf(430, 800, 'axial')[2]).toBeGreaterThan(0.95);
  });
});
