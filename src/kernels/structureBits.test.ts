import { describe, expect, it } from 'vitest';
import { allPairs } from '../domain/pairCodes';
import { pairCodes } from './pairCodes';
import { structureBits } from './structureBits';

const reference = Uint8Array.of(0, 1, 2, 3, 1, 0, 9, 1);
const first = Uint8Array.of(0, 2, 2, 1, 0, 1, 1, 1);
const second = Uint8Array.of(0, 1, 0, 0, 3, 2, 0, 2);

describe('structureBits', () => {
  it('says of every voxel which of reference and two predictions have the structure, whatever their values', () => {
    const [few, more] = [allPairs([0, 1, 2, 3, 9]), allPairs([0, 1, 2, 3, 4, 9])];
    const one = { codes: pairCodes(reference, first, few), pairs: few };
    const other = { codes: pairCodes(reference, second, more), pairs: more };
    expect([...structureBits(one, other, [1, 2])]).toEqual([0, 7, 3, 2, 1, 6, 2, 7]);
    expect([...structureBits(one, other, [1, 2], 9)]).toEqual([0, 7, 3, 2, 1, 6, 0, 7]);
  });

  it('refuses volumes of different lengths', () => {
    const one = { codes: new Uint8Array(3), pairs: allPairs([0]) };
    const other = { codes: new Uint8Array(2), pairs: allPairs([0]) };
    expect(() => structureBits(one, other, [1])).toThrow(RangeError);
  });
});
