import { describe, expect, test } from 'vitest';
import { indexOfNamed } from './indexOfNamed';

const brats = [{ name: 'whole_tumor' }, { name: 'tumor_core' }, { name: 'enhancing_tumor' }];

describe('indexOfNamed', () => {
  test.each([
    ['WT', 0],
    ['whole tumour', 0],
    ['WholeTumor', 0],
    ['core', 1],
    ['tc', 1],
    ['enhancing', 2],
    ['ET', 2],
  ])('takes %s for region %i', (name, index) => {
    expect(indexOfNamed(brats, name)).toBe(index);
  });

  test.each(['tumor', 'edema', '', 'wtc'])('does not guess what "%s" is', (name) => {
    expect(indexOfNamed(brats, name)).toBe(-1);
  });

  test('prefers a region of the very name', () => {
    expect(indexOfNamed([{ name: 'et' }, { name: 'enhancing tumor' }], 'ET')).toBe(0);
  });
});
