import type { Plane } from '../domain/planeAxis';
import type { SliceLayout } from '../domain/view';

export type TileKind = Plane | 'render';

/** A tile's left, top, width and height, all in shares of the pane. */
export type Tile = { kind: TileKind; place: [number, number, number, number] };

/** The share of a pane's width or height that the small pictures stand in. */
const smallShare = 0.28;
/** The small ones stand at the right unless the large one is so much larger above them. */
const muchLarger = 1.25;

/**
 * What a pane of this size shows where: one plane, or a large axial one with the two others and the 3D picture in a
 * column at its right, or in a row below where a pane is tall. Together they fill the pane. `fov` is the extent of
 * what is framed along right, anterior and superior.
 */
export function planeTiles(
  layout: SliceLayout,
  width: number,
  height: number,
  [right, anterior]: readonly [number, number, number],
): Tile[] {
  if (layout !== 'multiplanar') return [{ kind: layout, place: [0, 0, 1, 1] }];
  const large = 1 - smallShare;
  const beside = Math.min((large * width) / right, height / anterior);
  const above = Math.min(width / right, (large * height) / anterior);
  const small: TileKind[] = ['coronal', 'sagittal', 'render'];
  const third = 1 / small.length;
  if (above > muchLarger * beside) {
    return [
      { kind: 'axial', place: [0, 0, 1, large] },
      ...small.map((kind, at): Tile => ({ kind, place: [at * third, large, third, smallShare] })),
    ];
  }
  return [
    { kind: 'axial', place: [0, 0, large, 1] },
    ...small.map((kind, at): Tile => ({ kind, place: [large, at * third, smallShare, third] })),
  ];
}

/** The place in `right, anterior, superior` that a plane shows across and down. */
export const planeAxes: Record<Plane, readonly [number, number]> = {
  axial: [0, 1],
  coronal: [0, 2],
  sagittal: [1, 2],
};
