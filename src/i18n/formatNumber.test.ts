import { expect, test } from 'vitest';
import { formatCount, formatMeasure, formatScore, formatSigned } from './formatNumber';

test('scores have three decimals and a true minus sign', () => {
  expect(formatScore(0.95324)).toBe('0.953');
  expect(formatScore(-0.04)).toBe('−0.040');
  expect(formatSigned(0.2272)).toBe('+0.227');
  expect(formatSigned(0)).toBe('0.000');
  expect(formatMeasure(1.005)).toBe('1.00');
  expect(formatCount(7221032)).toBe('7,221,032');
});

test('a number that does not exist is a dash', () => {
  expect([
    formatScore(Number.NaN),
    formatSigned(Number.NaN),
    formatMeasure(Number.POSITIVE_INFINITY),
  ]).toEqual(['–', '–', '–']);
});

test('a value that rounds to zero carries no sign', () => {
  expect(formatSigned(0.0001)).toBe('0.000');
  expect(formatScore(-0.0001)).toBe('0.000');
});
