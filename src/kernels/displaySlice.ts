import type { Codes } from '../domain/pairCodes';
import { type PatientAxis, type Plane, patientAxes } from '../domain/planeAxis';

type Triple = readonly [number, number, number];
type Voxels = Codes | Float32Array;

/**
 * How the slices of a plane are shown, the same as in the viewer: left of the picture is the patient's right, in
 * sagittal slices the back; its top is the front in axial slices, the head in the others.
 */
export interface PlaneAxes {
  column: PatientAxis;
  row: PatientAxis;
  through: number;
}

/** A part of a slice in display order; the ends no longer belong to it. */
export interface DisplayBox {
  columns: [number, number];
  rows: [number, number];
}

/** The axes of a plane by an affine (RAS+, row by row). */
export function planeAxes(plane: Plane, affine: readonly number[]): PlaneAxes {
  const [right, anterior, superior] = patientAxes(affine);
  const [fromRight, fromFront, fromHead] = [right, anterior, superior].map(opposite);
  switch (plane) {
    case 'axial':
      return { column: fromRight, row: fromFront, through: superior.axis };
    case 'coronal':
      return { column: fromRight, row: fromHead, through: anterior.axis };
    case 'sagittal':
      return { column: anterior, row: fromHead, through: right.axis };
  }
}

function opposite({ axis, isReversed }: PatientAxis): PatientAxis {
  return { axis, isReversed: !isReversed };
}

/** The part of one slice inside the box, in display order, row by row. */
export function sliceOf<Kind extends Voxels>(
  voxels: Kind,
  shape: Triple,
  { column, row, through }: PlaneAxes,
  slice: number,
  { columns, rows }: DisplayBox,
): Kind {
  const strides = [1, shape[0], shape[0] * shape[1]];
  const place = ({ axis, isReversed }: PatientAxis, index: number) =>
    (isReversed ? shape[axis] - 1 - index : index) * strides[axis];
  const width = columns[1] - columns[0];
  const part = voxels.slice(0, 0).constructor as new (length: number) => Kind;
  const picture = new part(width * (rows[1] - rows[0]));
  let to = 0;
  for (let y = rows[0]; y < rows[1]; y++) {
    const start = slice * strides[through] + place(row, y);
    for (let x = columns[0]; x < columns[1]; x++) picture[to++] = voxels[start + place(column, x)];
  }
  return picture;
}

/**
 * A square part of a plane (as far as the volume reaches) around all voxels whose code is not 0, with
 * `marginMm` around them. The whole plane when there are none.
 */
export function foregroundBox(
  codes: Codes,
  shape: Triple,
  spacingMm: Triple,
  { column, row }: PlaneAxes,
  marginMm: number,
): DisplayBox {
  const lower = [...shape];
  const upper = [-1, -1, -1];
  let voxel = 0;
  for (let z = 0; z < shape[2]; z++) {
    for (let y = 0; y < shape[1]; y++) {
      for (let x = 0; x < shape[0]; x++, voxel++) {
        if (codes[voxel] === 0) continue;
        if (x < lower[0]) lower[0] = x;
        if (x > upper[0]) upper[0] = x;
        if (y < lower[1]) lower[1] = y;
        if (y > upper[1]) upper[1] = y;
        if (z < lower[2]) lower[2] = z;
        if (z > upper[2]) upper[2] = z;
      }
    }
  }
  if (upper[0] < 0) return { columns: [0, shape[column.axis]], rows: [0, shape[row.axis]] };
  const sideMm =
    2 * marginMm +
    Math.max(...[column, row].map(({ axis }) => (upper[axis] - lower[axis] + 1) * spacingMm[axis]));
  const range = ({ axis, isReversed }: PatientAxis): [number, number] => {
    const count = shape[axis];
    const size = Math.min(count, Math.ceil(sideMm / spacingMm[axis]));
    const middle = (lower[axis] + upper[axis]) / 2;
    const shown = isReversed ? count - 1 - middle : middle;
    const from = Math.min(count - size, Math.max(0, Math.round(shown - (size - 1) / 2)));
    return [from, from + size];
  };
  return { columns: range(column), rows: range(row) };
}

/**
 * Grey values 0 to 255 of an image between its 1st and 99th percentile, background (its smallest value) left out
 * of the count. All 0 for an image of one value.
 */
export function greyOf(values: Float32Array): Uint8Array {
  let least = Number.POSITIVE_INFINITY;
  for (const value of values) if (value < least) least = value;
  const tissue = values.filter((value) => value > least && Number.isFinite(value)).sort();
  const grey = new Uint8Array(values.length);
  if (tissue.length === 0) return grey;
  const low = tissue[Math.floor(0.01 * (tissue.length - 1))];
  const high = tissue[Math.ceil(0.99 * (tissue.length - 1))];
  const range = high - low || 1;
  for (let index = 0; index < values.length; index++) {
    grey[index] = Math.max(0, Math.min(255, Math.round((255 * (values[index] - low)) / range)));
  }
  return grey;
}
