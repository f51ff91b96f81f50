type Triple = readonly [number, number, number];

const WORD = 32;

/** Rows of bits: each row of voxels starts a new word. */
interface BitMask {
  words: Uint32Array;
  wordsPerRow: number;
  /** The bits of a row's last word that are voxels. */
  lastWord: number;
}

/**
 * The mask (not 0 inside, x fastest) dilated `times` with the 18-neighbourhood, that of faces and edges; 1
 * inside. Nothing lies beyond the box. Rows are packed into bits, 32 voxels a step.
 */
export function dilateMask(mask: Uint8Array, shape: Triple, times: number): Uint8Array {
  const [columns, rows, slices] = shape;
  let bits = packed(mask, columns);
  for (let time = 0; time < times; time++) {
    const { wordsPerRow } = bits;
    const alongX = dilatedAlongX(bits);
    const alongY = dilatedAcross(bits.words, wordsPerRow, rows, slices, 'rows');
    // The 18-neighbourhood is the union of the three 3×3 squares: in xy, in xz and in yz.
    const words = dilatedAcross(alongX, wordsPerRow, rows, slices, 'rows');
    const squareXZ = dilatedAcross(alongX, wordsPerRow, rows, slices, 'slices');
    const squareYZ = dilatedAcross(alongY, wordsPerRow, rows, slices, 'slices');
    for (let word = 0; word < words.length; word++) words[word] |= squareXZ[word] | squareYZ[word];
    bits = { ...bits, words };
  }
  return unpacked(bits, columns, mask.length);
}

function packed(mask: Uint8Array, columns: number): BitMask {
  const wordsPerRow = Math.ceil(columns / WORD);
  const rowCount = columns === 0 ? 0 : mask.length / columns;
  const words = new Uint32Array(rowCount * wordsPerRow);
  for (let row = 0; row < rowCount; row++) {
    for (let x = 0; x < columns; x++) {
      if (mask[row * columns + x] !== 0) words[row * wordsPerRow + (x >>> 5)] |= 1 << (x & 31);
    }
  }
  const rest = columns % WORD;
  return { words, wordsPerRow, lastWord: rest === 0 ? 0xffffffff : (1 << rest) - 1 };
}

function unpacked({ words, wordsPerRow }: BitMask, columns: number, length: number): Uint8Array {
  const mask = new Uint8Array(length);
  for (let row = 0; row * columns < length; row++) {
    for (let x = 0; x < columns; x++) {
      mask[row * columns + x] = (words[row * wordsPerRow + (x >>> 5)] >>> (x & 31)) & 1;
    }
  }
  return mask;
}

function dilatedAlongX({ words, wordsPerRow, lastWord }: BitMask): Uint32Array {
  const dilated = new Uint32Array(words.length);
  for (let start = 0; start < words.length; start += wordsPerRow) {
    for (let index = 0; index < wordsPerRow; index++) {
      const word = words[start + index];
      const before = index > 0 ? words[start + index - 1] >>> 31 : 0;
      const after = index < wordsPerRow - 1 ? words[start + index + 1] << 31 : 0;
      dilated[start + index] = word | (word << 1) | (word >>> 1) | before | after;
    }
    dilated[start + wordsPerRow - 1] &= lastWord;
  }
  return dilated;
}

function dilatedAcross(
  words: Uint32Array,
  wordsPerRow: number,
  rows: number,
  slices: number,
  across: 'rows' | 'slices',
): Uint32Array {
  const stride = across === 'rows' ? wordsPerRow : wordsPerRow * rows;
  const block = across === 'rows' ? wordsPerRow * rows : wordsPerRow * rows * slices;
  const dilated = words.slice();
  for (let start = 0; start < words.length; start += block) {
    for (let word = start + stride; word < start + block; word++) {
      dilated[word] |= words[word - stride];
      dilated[word - stride] |= words[word];
    }
  }
  return dilated;
}
