import { type Pickled, PickledCall, parsePickle } from './parsePickle';

/** The box that nnU-Net 1 cut an image to before it predicted, along z, y, x: first voxels, lengths, and the whole grid. */
export interface CropBox {
  start: number[];
  lengths: number[];
  whole: number[];
}

/**
 * The box in the .pkl that nnU-Net 1 saves beside a softmax; null where the file says none (version 2 has another
 * key), is no pickle or contradicts itself.
 */
export function cropBox(bytes: Uint8Array): CropBox | null {
  let properties: Pickled;
  try {
    properties = parsePickle(bytes);
  } catch {
    return null;
  }
  if (!(properties instanceof Map)) return null;
  const box = listOf(properties.get('crop_bbox'))?.map((axis) => listOf(axis)?.map(wholeOf));
  const whole = listOf(properties.get('original_size_of_raw_data'))?.map(wholeOf);
  if (box?.length !== 3 || whole?.length !== 3) return null;
  const ends = box.map((axis) => (axis?.length === 2 ? axis : [Number.NaN, Number.NaN]));
  const isInside = ends.every(([from, to], axis) => from >= 0 && to > from && to <= whole[axis]);
  if (!isInside) return null;
  return { start: ends.map(([from]) => from), lengths: ends.map(([from, to]) => to - from), whole };
}

function listOf(value: Pickled | undefined): Pickled[] | null {
  return Array.isArray(value) ? value : null;
}

/** A whole number, also one of numpy's; NaN for anything else. */
function wholeOf(value: Pickled): number {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number.NaN;
  if (!(value instanceof PickledCall) || !/^numpy\.(_?core)\.multiarray\.scalar$/.test(value.name)) {
    return Number.NaN;
  }
  const [type, bytes] = value.parameters;
  const name = type instanceof PickledCall ? type.parameters[0] : null;
  if (!(bytes instanceof Uint8Array) || typeof name !== 'string' || !/^[iu][1248]$/.test(name))
    return Number.NaN;
  let number = 0;
  for (let index = bytes.length - 1; index >= 0; index--) number = number * 256 + bytes[index];
  return number;
}
