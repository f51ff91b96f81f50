import type { Confusion } from '../../domain/results';
import type { RegionCodes } from './regionCodes';

/** How bits become a label: regions paint in `sequence`, region i the value `values[i]`; later ones overwrite. */
export interface PaintRule {
  sequence: readonly number[];
  values: readonly number[];
}

/** nnU-Net's own rule: declared order, the values of regions_class_order. */
export function declaredRule(regionsClassOrder: readonly number[]): PaintRule {
  return { sequence: [...regionsClassOrder.keys()], values: regionsClassOrder };
}

/** The label that a code is painted with; 0 outside every region of the sequence. */
export function paintCode(code: number, { sequence, values }: PaintRule): number {
  for (let place = sequence.length - 1; place >= 0; place--) {
    if (code & (1 << sequence[place])) return values[sequence[place]];
  }
  return 0;
}

/** The painted label map of the codes; two bytes a voxel where a value exceeds 255. */
export function paintCodes(codes: RegionCodes, paint: (code: number) => number) {
  const table = Uint16Array.from({ length: codes instanceof Uint8Array ? 256 : 65_536 }, (_, code) =>
    paint(code),
  );
  const isWide = table.some((value) => value > 255);
  const painted = isWide ? new Uint16Array(codes.length) : new Uint8Array(codes.length);
  for (let voxel = 0; voxel < codes.length; voxel++) painted[voxel] = table[codes[voxel]];
  return painted;
}

/**
 * Turns the table (code × label of another map) into (painted label × that label), or the other way round for
 * `isPaintedColumn`: what jointHistogram would count on the painted map, without touching a voxel.
 */
export function paintedTable(
  codeTable: Confusion,
  paint: (code: number) => number,
  isPaintedColumn = false,
): Confusion {
  const paintedOf = codeTable.labels.map(paint);
  const labels = [...new Set([0, ...paintedOf, ...codeTable.labels])].sort((first, second) => first - second);
  const place = new Map(labels.map((label, index) => [label, index]));
  const counts = labels.map(() => labels.map(() => 0));
  codeTable.counts.forEach((row, code) => {
    const painted = place.get(paintedOf[code]) ?? 0;
    row.forEach((voxels, column) => {
      const other = place.get(codeTable.labels[column]) ?? 0;
      if (isPaintedColumn) counts[other][painted] += voxels;
      else counts[painted][other] += voxels;
    });
  });
  return withoutEmpty({ labels, counts });
}

/** Drops labels that occur in neither map; 0 stays. */
function withoutEmpty({ labels, counts }: Confusion): Confusion {
  const kept = [...labels.keys()].filter(
    (index) => labels[index] === 0 || counts.some((row, other) => row[index] > 0 || counts[index][other] > 0),
  );
  return {
    labels: kept.map((index) => labels[index]),
    counts: kept.map((row) => kept.map((column) => counts[row][column])),
  };
}
