import { describe, expect, test } from 'vitest';
import { inRows, wrapped } from './chartPicture';

const tenEach = (text: string) => 10 * [...text].length;

describe('the words of a saved figure', () => {
  test('are broken between words, never wider than the figure', () => {
    const lines = wrapped('Each line is one case: Dice of the region', 120, tenEach);
    expect(lines).toEqual(['Each line is', 'one case:', 'Dice of the', 'region']);
  });

  test('are broken between Chinese characters, whose marks stay with them', () => {
    expect(wrapped('左端为区域，右端为标签', 50, tenEach)).toEqual(['左端为区', '域，右端为', '标签']);
  });

  test('keep a word that is wider than the figure', () => {
    expect(wrapped('a enhancing_tumour b', 60, tenEach)).toEqual(['a', 'enhancing_tumour', 'b']);
    expect(wrapped('', 60, tenEach)).toEqual([]);
  });
});

test('the entries of a legend stand beside each other until a row is full', () => {
  expect(inRows([40, 50, 30, 200, 10], 100)).toEqual([
    { row: 0, offset: 0 },
    { row: 0, offset: 40 },
    { row: 1, offset: 0 },
    { row: 2, offset: 0 },
    { row: 3, offset: 0 },
  ]);
});
