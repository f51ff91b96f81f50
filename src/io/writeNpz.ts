import { zipSync } from 'fflate';

/** An array for writeNpz: C order, the last axis fastest. */
export interface NpzArray {
  shape: number[];
  values: Float32Array;
}

/** An .npz file (deflated lightly) of float32 arrays by key, as numpy.savez_compressed writes it. */
export function writeNpz(arrays: Record<string, NpzArray>): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(arrays).map(([key, array]) => [`${key}.npy`, npy(array)] as const);
  return zipSync(Object.fromEntries(entries), { level: 1 });
}

/** Version 1 of the format; data begins at a multiple of 64 as numpy asks. */
function npy({ shape, values }: NpzArray): Uint8Array {
  const axes = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const text = `{'descr': '<f4', 'fortran_order': False, 'shape': (${axes}), }`;
  const dataOffset = Math.ceil((10 + text.length + 1) / 64) * 64;
  const file = new Uint8Array(dataOffset + values.byteLength);
  file.set([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0]);
  new DataView(file.buffer).setUint16(8, dataOffset - 10, true);
  file.set(new TextEncoder().encode(`${text.padEnd(dataOffset - 11)}\n`), 10);
  file.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), dataOffset);
  return file;
}
