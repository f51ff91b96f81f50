import { expect, test } from 'vitest';
import { ratingDistribution } from './ratingDistribution';

test('counts each step and finds the median', () => {
  expect(ratingDistribution([4, 5, 1, 4], 5)).toEqual({ count: 4, median: 4, steps: [1, 0, 0, 2, 1] });
});

test('has no median without ratings', () => {
  expect(ratingDistribution([], 3)).toEqual({ count: 0, median: Number.NaN, steps: [0, 0, 0] });
});
