/** For tests only: NIfTI files made field by field, independent of the code under test. */

/** How each NIfTI data type is written, and the whole numbers that it can hold. */
export const rawTypes = {
  uint8: { code: 2, bytes: 1, max: 255, put: (v: DataView, at: number, x: number) => v.setUint8(at, x) },
  int8: { code: 256, bytes: 1, max: 127, put: (v: DataView, at: number, x: number) => v.setInt8(at, x) },
  int16: { code: 4, bytes: 2, max: 32_767, put: (v, at, x, le) => v.setInt16(at, x, le) },
  uint16: { code: 512, bytes: 2, max: 65_535, put: (v, at, x, le) => v.setUint16(at, x, le) },
  int32: { code: 8, bytes: 4, max: 65_535, put: (v, at, x, le) => v.setInt32(at, x, le) },
  uint32: { code: 768, bytes: 4, max: 65_535, put: (v, at, x, le) => v.setUint32(at, x, le) },
  int64: { code: 1024, bytes: 8, max: 65_535, put: (v, at, x, le) => v.setBigInt64(at, BigInt(x), le) },
  uint64: { code: 1280, bytes: 8, max: 65_535, put: (v, at, x, le) => v.setBigUint64(at, BigInt(x), le) },
  float32: { code: 16, bytes: 4, max: 65_535, put: (v, at, x, le) => v.setFloat32(at, x, le) },
  float64: { code: 64, bytes: 8, max: 65_535, put: (v, at, x, le) => v.setFloat64(at, x, le) },
} satisfies Record<
  string,
  {
    code: number;
    bytes: number;
    max: number;
    put: (view: DataView, at: number, value: number, isLittleEndian: boolean) => void;
  }
>;

export type RawTypeName = keyof typeof rawTypes;

export interface RawNifti {
  dims: number[];
  values: number[];
  type?: RawTypeName;
  code?: number;
  isLittleEndian?: boolean;
  version?: 1 | 2;
  slope?: number;
  intercept?: number;
  dataOffset?: number;
  magic?: string;
  pixdim?: number[];
  qform?: { code: number; quaternion: number[]; offset: number[] };
  sform?: { code: number; rows: number[] };
}

/** A NIfTI file made field by field, independent of the code under test. */
export function rawNifti(recipe: RawNifti): Uint8Array<ArrayBuffer> {
  const {
    dims,
    values,
    type = 'uint8',
    isLittleEndian: le = true,
    version = 1,
    slope = 0,
    intercept = 0,
  } = recipe;
  const { code, bytes, put } = rawTypes[type];
  const isFirst = version === 1;
  const offset = recipe.dataOffset ?? (isFirst ? 352 : 544);
  const file = new Uint8Array(offset + values.length * bytes);
  const view = new DataView(file.buffer);
  const real = (at: number, value: number) =>
    isFirst ? view.setFloat32(at, value, le) : view.setFloat64(at, value, le);
  const step = isFirst ? 4 : 8;
  view.setInt32(0, isFirst ? 348 : 540, le);
  file.set(new TextEncoder().encode(recipe.magic ?? `n+${version}`), isFirst ? 344 : 4);
  view.setInt16(isFirst ? 70 : 12, recipe.code ?? code, le);
  view.setInt16(isFirst ? 72 : 14, bytes * 8, le);
  [dims.length, ...dims].forEach((length, index) => {
    if (isFirst) view.setInt16(40 + index * 2, length, le);
    else view.setBigInt64(16 + index * 8, BigInt(length), le);
  });
  (recipe.pixdim ?? [1, 1, 1, 1]).forEach((edge, index) => {
    real((isFirst ? 76 : 104) + index * step, edge);
  });
  if (isFirst) view.setFloat32(108, offset, le);
  else view.setBigInt64(168, BigInt(offset), le);
  real(isFirst ? 112 : 176, slope);
  real(isFirst ? 116 : 184, intercept);
  if (isFirst) {
    view.setInt16(252, recipe.qform?.code ?? 0, le);
    view.setInt16(254, recipe.sform?.code ?? 0, le);
  } else {
    view.setInt32(344, recipe.qform?.code ?? 0, le);
    view.setInt32(348, recipe.sform?.code ?? 0, le);
  }
  [...(recipe.qform?.quaternion ?? []), ...(recipe.qform?.offset ?? [])].forEach((value, index) => {
    real((isFirst ? 256 : 352) + index * step, value);
  });
  (recipe.sform?.rows ?? []).forEach((value, index) => {
    real((isFirst ? 280 : 400) + index * step, value);
  });
  values.forEach((value, index) => {
    put(view, offset + index * bytes, value, le);
  });
  return file;
}
