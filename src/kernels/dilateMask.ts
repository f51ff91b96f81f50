import { addRows, movedAlongX, packBits, unpackBits } from './bitMask';

type Triple = readonly [number, number, number];

/**
 * The mask (not 0 inside, x fastest) dilated `times` with the 18-neighbourhood, that of faces and edges; 1
 * inside. Nothing lies beyond the box.
 */
export function dilateMask(mask: Uint8Array, shape: Triple, times: number): Uint8Array {
  const bits = packBits(mask, shape);
  for (let time = 0; time < times; time++) {
    const before = bits.words.slice();
    const alongX = movedAlongX(bits, 1);
    // The 18-neighbourhood: three voxels along x in the four next rows, one in the four rows across an edge.
    for (let word = 0; word < before.length; word++) {
      alongX[word] |= before[word];
      bits.words[word] = alongX[word];
    }
    for (const away of [-1, 1]) {
      addRows(bits.words, alongX, bits, away, 0);
      addRows(bits.words, alongX, bits, 0, away);
      addRows(bits.words, before, bits, away, 1);
      addRows(bits.words, before, bits, away, -1);
    }
  }
  return unpackBits(bits);
}
