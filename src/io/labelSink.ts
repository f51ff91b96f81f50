import { failure, ProblemError } from '../domain/errors';
import type { LabelMap } from '../domain/labelMap';
import { headerWarnings } from './headerWarnings';
import { takeVoxels } from './spareVoxels';
import { allocateVoxels, axisLengths, type VolumeHeader, type VoxelSink } from './voxelSink';
import type { Numbers } from './voxelTypes';

const MAX_LABEL = 65_535;

/** Whole numbers that went through floats come back this near. */
const ROUNDING = 1e-3;

/** How far a scaled value may be off for its slope's sake alone: nobody needs to be told. */
const SCALED_ERROR = 1e-5;

/**
 * Reduces blocks of numbers to a label map: one byte a voxel, two from the first value above 255 on. Values within
 * 0.001 of a whole number are rounded and NaN counts as 0, both with a warning that says for how many voxels.
 * Throws a ProblemError at the first other value that is no whole number ('label-not-integer', infinity too) or
 * not in 0…65,535 ('label-out-of-range'), and 'too-large' before it allocates more than `maxBytes`.
 */
export class LabelSink implements VoxelSink {
  private voxels: Uint8Array | Uint16Array;
  /** As long as there are values in a voxel's bytes: a small map is read in a fraction of the time. */
  private counts = new Uint32Array(256);
  private position = 0;
  private rounded = 0;
  private nan = 0;

  constructor(
    private readonly path: string,
    private readonly header: VolumeHeader,
    private readonly maxBytes: number,
  ) {
    this.voxels = allocateVoxels(path, axisLengths(header), 1, maxBytes, takeVoxels);
  }

  add(values: Numbers): void {
    const { slope, intercept } = this.header;
    if (slope !== 1 || intercept !== 0) this.addScaled(values, slope, intercept);
    else if (values instanceof Uint8Array && this.voxels instanceof Uint8Array) this.addBytes(values);
    else this.addWhereNotZero(values);
    this.position += values.length;
  }

  /** The map, once every voxel has come. */
  labelMap(): LabelMap {
    let nonZero = 0;
    const values: LabelMap['values'] = [];
    for (let value = 1; value < this.counts.length; value++) {
      const count = this.counts[value];
      if (count === 0) continue;
      values.push({ value, count });
      nonZero += count;
    }
    const zeros = this.voxels.length - nonZero;
    if (zeros > 0) values.unshift({ value: 0, count: zeros });
    const warnings = headerWarnings(this.path, this.header);
    if (this.rounded > 0) warnings.push({ kind: 'rounded-values', file: this.path, voxels: this.rounded });
    if (this.nan > 0) warnings.push({ kind: 'nan-voxels', file: this.path, voxels: this.nan });
    const { geometry, segments } = this.header;
    const map = { voxels: this.voxels, geometry, values, ...(segments ? { segments } : {}) };
    return warnings.length > 0 ? { ...map, warnings } : map;
  }

  /** Bytes are labels already: copied whole, counted four at a time where they are 0. */
  private addBytes(values: Uint8Array): void {
    this.voxels.set(values, this.position);
    const { counts } = this;
    const words = wordsOf(values);
    for (let index = 0; index < words.length; index++) {
      const word = words[index];
      if (word === 0) continue;
      counts[word & 255]++;
      counts[(word >>> 8) & 255]++;
      counts[(word >>> 16) & 255]++;
      counts[word >>> 24]++;
    }
    for (let index = words.length * 4; index < values.length; index++) counts[values[index]]++;
  }

  /**
   * Voxels are 0 from the start, so only the others are looked at. Runs of zeros are skipped by words whatever
   * the type of the voxels: one tight loop for all types is three times as fast as one that sees each of them.
   */
  private addWhereNotZero(values: Numbers): void {
    const voxelsPerWord = 4 / values.BYTES_PER_ELEMENT;
    const words = wordsOf(values);
    let voxel = 0;
    let word = nextNonZero(words, 0);
    while (word < words.length) {
      const end = (word + 1) * voxelsPerWord;
      for (voxel = Math.floor(word * voxelsPerWord); voxel < end; voxel++) {
        if (values[voxel] !== 0) this.put(voxel, values[voxel]);
      }
      word = nextNonZero(words, voxel / voxelsPerWord);
    }
    for (voxel = words.length * voxelsPerWord; voxel < values.length; voxel++) {
      if (values[voxel] !== 0) this.put(voxel, values[voxel]);
    }
  }

  /** A slope is a float in the file, so the product is whole only as far as a float tells. */
  private addScaled(values: Numbers, slope: number, intercept: number): void {
    for (let index = 0; index < values.length; index++) {
      this.put(index, Math.fround(values[index] * slope + intercept));
    }
  }

  private put(index: number, value: number): void {
    if (!(value >= 0 && value <= MAX_LABEL && value === (value | 0))) {
      this.putNearWhole(index, value);
      return;
    }
    if (value > 255 && this.voxels instanceof Uint8Array) {
      const bytes = this.voxels;
      const { path, header, maxBytes } = this;
      this.voxels = allocateVoxels(path, axisLengths(header), 2, maxBytes, () => Uint16Array.from(bytes));
      const { counts } = this;
      this.counts = new Uint32Array(MAX_LABEL + 1);
      this.counts.set(counts);
    }
    this.voxels[this.position + index] = value;
    this.counts[value]++;
  }

  private putNearWhole(index: number, value: number): void {
    const whole = Math.round(value) + 0;
    const error = Math.abs(value - whole);
    const isNear = error <= ROUNDING && whole >= 0 && whole <= MAX_LABEL;
    if (!isNear && !Number.isNaN(value)) this.refuse(index, value);
    if (!isNear) this.nan++;
    else {
      const isScaled = this.header.slope !== 1 || this.header.intercept !== 0;
      if (!isScaled || error > SCALED_ERROR * Math.max(1, whole)) this.rounded++;
      if (whole !== 0) this.put(index, whole);
    }
  }

  private refuse(index: number, value: number): never {
    const [width, height] = this.header.geometry.shape;
    const offset = this.position + index;
    const voxel = [
      offset % width,
      Math.floor(offset / width) % height,
      Math.floor(offset / (width * height)),
    ];
    const facts = { value: String(value), voxel: `(${voxel.join(', ')})` };
    const code = Number.isInteger(value) ? 'label-out-of-range' : 'label-not-integer';
    throw new ProblemError(failure(code, this.path, facts).problem);
  }
}

/** The whole 32-bit words of a block; blocks are aligned to them. */
function wordsOf(values: Numbers): Uint32Array {
  return new Uint32Array(values.buffer, values.byteOffset, values.byteLength >> 2);
}

/** Eight words at a time where all are 0: half the time of one by one. */
function nextNonZero(words: Uint32Array, from: number): number {
  let index = from;
  for (; index + 8 <= words.length; index += 8) {
    const firstHalf = words[index] | words[index + 1] | words[index + 2] | words[index + 3];
    const secondHalf = words[index + 4] | words[index + 5] | words[index + 6] | words[index + 7];
    if ((firstHalf | secondHalf) !== 0) break;
  }
  while (index < words.length && words[index] === 0) index++;
  return index;
}
