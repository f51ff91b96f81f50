import { describe, expect, test } from 'vitest';
import { itemsPath, keysWithin, nearestItem, type PlotItem } from './plotItem';
import { linearAxis, logarithmicAxis, plotScale } from './plotScale';

const axis = { label: '', format: String, ticks: [] };
const area = { x: 50, y: 10, width: 100, height: 200 };
const scale = plotScale(area, { ...axis, domain: [0, 1] }, { ...axis, domain: [0, 1] });

describe('axes', () => {
  test('end on round numbers around the values', () => {
    expect(linearAxis([-0.12, 0.31])).toEqual({
      domain: [-0.2, 0.4],
      ticks: [-0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.4],
    });
    expect(linearAxis([Number.NaN, 0.1, 0.2])).toEqual(linearAxis([0.1, 0.2]));
    expect(linearAxis([0.3, 0.9], { from: 0, to: 1 })).toEqual({
      domain: [0, 1],
      ticks: [0, 0.2, 0.4, 0.6, 0.8, 1],
    });
  });

  test('have a span even for one value or none', () => {
    expect(linearAxis([1, 1], { to: 1 }).domain).toEqual([0, 1]);
    expect(linearAxis([0, 1e-9, 0]).ticks).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    for (const { domain } of [linearAxis([0.5]), linearAxis([]), logarithmicAxis([5]), logarithmicAxis([])]) {
      expect(domain[1]).toBeGreaterThan(domain[0]);
    }
  });

  test('in logarithms pass over what has none', () => {
    expect(logarithmicAxis([0, 0.5, 40])).toEqual({
      domain: [0.3, 100],
      ticks: [0.3, 1, 3, 10, 30, 100],
      isLogarithmic: true,
    });
  });

  test('place values in pixels, y upwards, a factor of ten as wide everywhere', () => {
    expect([scale.x(0), scale.x(1), scale.y(0), scale.y(1)]).toEqual([50, 150, 210, 10]);
    const log = plotScale(
      area,
      { ...axis, domain: [1, 100], isLogarithmic: true },
      { ...axis, domain: [0, 1] },
    );
    expect(log.x(10)).toBeCloseTo(100, 9);
  });
});

describe('items', () => {
  const point: PlotItem = { key: 'point', series: 0, title: () => '', places: [[0, 0]] };
  const slope: PlotItem = {
    key: 'slope',
    series: 0,
    title: () => '',
    places: [
      [0, 1],
      [1, 1],
    ],
  };

  test('are found by the pixel nearest to them, lines between their ends as well', () => {
    expect(nearestItem([point, slope], scale, { x: 53, y: 208 }, 10)?.key).toBe('point');
    expect(nearestItem([point, slope], scale, { x: 100, y: 14 }, 10)?.key).toBe('slope');
    expect(nearestItem([point, slope], scale, { x: 100, y: 100 }, 10)).toBeNull();
  });

  test('are brushed when one of their places lies inside', () => {
    const right = { left: 140, right: 160, top: 0, bottom: 20 };
    expect(keysWithin([point, slope], scale, right)).toEqual(['slope']);
    expect(keysWithin([point, slope], scale, { ...right, top: 15 })).toEqual([]);
  });

  test('become one path', () => {
    expect(itemsPath([point, slope], scale, 2).match(/M/g)).toHaveLength(3);
  });
});
