import { expect, test } from 'vitest';
import { logTicks, niceTicks } from './niceTicks';

test('ticks are round numbers inside the range', () => {
  expect(niceTicks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  expect(niceTicks(-0.13, 0.31, 4)).toEqual([0, 0.2]);
  expect(niceTicks(-0.08, 0.3, 5)).toEqual([0, 0.1, 0.2, 0.3]);
  expect(niceTicks(2, 2, 5)).toEqual([2]);
});

test('logarithmic ticks step by 1, 2 and 5, over wide ranges by ten', () => {
  expect(logTicks(0.9, 60)).toEqual([1, 2, 5, 10, 20, 50]);
  expect(logTicks(0.01, 100)).toEqual([0.01, 0.1, 1, 10, 100]);
});
