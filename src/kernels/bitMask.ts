type Triple = readonly [number, number, number];

const WORD = 32;

/** A mask with 32 voxels a word; every row starts a new word, so a row is at place row + rows·slice. */
export interface BitMask {
  words: Uint32Array;
  wordsPerRow: number;
  shape: Triple;
  /** The bits of a row's last word that are voxels; the others are always 0. */
  lastWord: number;
}

/** The bits of a mask (not 0 inside, x fastest). */
export function packBits(mask: Uint8Array, shape: Triple): BitMask {
  const bits = emptyBits(shape);
  const [columns, rows, slices] = shape;
  for (let row = 0; row < rows * slices; row++) {
    for (let x = 0; x < columns; x++) {
      if (mask[row * columns + x] !== 0) bits.words[row * bits.wordsPerRow + (x >>> 5)] |= 1 << (x & 31);
    }
  }
  return bits;
}

export function emptyBits(shape: Triple): BitMask {
  const [columns, rows, slices] = shape;
  const wordsPerRow = Math.ceil(columns / WORD);
  const rest = columns % WORD;
  return {
    words: new Uint32Array(wordsPerRow * rows * slices),
    wordsPerRow,
    shape,
    lastWord: rest === 0 ? 0xffffffff : 2 ** rest - 1,
  };
}

/** One byte a voxel again: 1 inside, 0 outside. */
export function unpackBits({ words, wordsPerRow, shape }: BitMask): Uint8Array {
  const [columns, rows, slices] = shape;
  const mask = new Uint8Array(columns * rows * slices);
  for (let row = 0; row < rows * slices; row++) {
    for (let x = 0; x < columns; x++) {
      mask[row * columns + x] = (words[row * wordsPerRow + (x >>> 5)] >>> (x & 31)) & 1;
    }
  }
  return mask;
}

export function complementOf(bits: BitMask): BitMask {
  const { wordsPerRow, lastWord } = bits;
  const words = new Uint32Array(bits.words.length);
  for (let word = 0; word < words.length; word++) words[word] = ~bits.words[word];
  for (let last = wordsPerRow - 1; last < words.length; last += wordsPerRow) words[last] &= lastWord;
  return { ...bits, words };
}

/** How many bits of a word are set. */
export function countBits(word: number): number {
  let pairs = word - ((word >>> 1) & 0x55555555);
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((pairs + (pairs >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** The positions of the set voxels, x fastest, ascending. */
export function positionsOf({ words, wordsPerRow, shape }: BitMask): number[] {
  const positions: number[] = [];
  for (let index = 0; index < words.length; index++) {
    const row = Math.floor(index / wordsPerRow);
    const start = row * shape[0] + (index - row * wordsPerRow) * WORD;
    for (let word = words[index]; word !== 0; word &= word - 1) {
      positions.push(start + 31 - Math.clz32(word & -word));
    }
  }
  return positions;
}

/** The words of the mask moved by `steps` voxels along x to either side, both together. */
export function movedAlongX({ words, wordsPerRow, lastWord }: BitMask, steps: number): Uint32Array {
  const moved = new Uint32Array(words.length);
  const whole = steps >>> 5;
  const part = steps & 31;
  const rest = WORD - part;
  for (let start = 0; start < words.length; start += wordsPerRow) {
    const at = (index: number) => (index >= 0 && index < wordsPerRow ? words[start + index] : 0);
    for (let index = 0; index < wordsPerRow; index++) {
      const below = at(index - whole);
      const above = at(index + whole);
      moved[start + index] =
        part === 0
          ? below | above
          : (below << part) |
            (at(index - whole - 1) >>> rest) |
            (above >>> part) |
            (at(index + whole + 1) << rest);
    }
    moved[start + wordsPerRow - 1] &= lastWord;
  }
  return moved;
}

/** Adds to `target` the rows of `source` that lie (y, z) away; both have the layout of `bits`. */
export function addRows(
  target: Uint32Array,
  source: Uint32Array,
  { wordsPerRow, shape }: BitMask,
  y: number,
  z: number,
): void {
  const [, rows, slices] = shape;
  const count = (rows - Math.abs(y)) * wordsPerRow;
  const away = (z * rows + y) * wordsPerRow;
  for (let slice = Math.max(0, -z); slice < Math.min(slices, slices - z); slice++) {
    const start = (slice * rows + Math.max(0, -y)) * wordsPerRow;
    for (let word = start; word < start + count; word++) target[word] |= source[word + away];
  }
}
