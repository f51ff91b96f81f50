import { type Niivue, SLICE_TYPE } from '@niivue/niivue';
import type { Plane } from '../domain/planeAxis';
import type { SliceLayout } from '../domain/view';
import type { Part } from './headBox';
import { planeAxes, planeTiles, type TileKind } from './planeTiles';

const tileTypes: Record<TileKind, SLICE_TYPE> = {
  axial: SLICE_TYPE.AXIAL,
  coronal: SLICE_TYPE.CORONAL,
  sagittal: SLICE_TYPE.SAGITTAL,
  render: SLICE_TYPE.RENDER,
};

/** By NiiVue's number of a slice's direction. */
export const tilePlanes: readonly (Plane | undefined)[] = ['axial', 'coronal', 'sagittal'];

type Extent = [number, number];

/**
 * Fits a part of the volume into tiles that fill the pane. NiiVue itself fits the whole volume, and gives a tile the
 * proportions of the whole.
 */
export class PaneFraming {
  /** Along right, anterior and superior (mm), by NiiVue's number of a slice's direction. */
  private shown: [Extent, Extent, Extent][] = [];

  constructor(private readonly nv: Niivue) {
    nv.calculateWidthHeight = (_type, _scale, width, height) => [width, height];
    nv.screenFieldOfViewExtendedVox = (type = SLICE_TYPE.AXIAL) => {
      const [across, down] = planeAxes[tilePlanes[type] ?? 'axial'];
      const order = [across, down, 3 - across - down];
      const ends = order.map((axis) => this.shown[type][axis]);
      const identity = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
      return {
        mnMM: Float32Array.from(ends, ([low]) => low),
        mxMM: Float32Array.from(ends, ([, high]) => high),
        fovMM: Float32Array.from(ends, ([low, high]) => high - low),
        rotation: Float32Array.from(identity),
      } as unknown as ReturnType<Niivue['screenFieldOfViewExtendedVox']>;
    };
  }

  /** Before every drawing, for a pane of this size. */
  arrange(layout: SliceLayout, part: Part, width: number, height: number): void {
    const { nv } = this;
    const { extentsMinOrtho, extentsMaxOrtho } = nv.volumes[0];
    const volume = [0, 1, 2].map((axis): Extent => [extentsMinOrtho![axis], extentsMaxOrtho![axis]]);
    const framed = volume.map(([low, high], axis): Extent => {
      const along = (share: number) => low + share * (high - low);
      return [along(part.low[axis]), along(part.high[axis])];
    });
    const [right, anterior, superior] = framed.map(([low, high]) => high - low);
    const tiles = planeTiles(layout, width, height, [right, anterior, superior]);
    nv.customLayout = tiles.map(({ kind, place }) => ({ sliceType: tileTypes[kind], position: place }));
    for (const { kind, place } of tiles) {
      if (kind === 'render') continue;
      const shown = volume.map(([low, high]): Extent => [low, high]);
      const room = [place[2] * width, place[3] * height];
      const axes = planeAxes[kind];
      const mmPerPx = Math.max(...axes.map((axis, side) => (framed[axis][1] - framed[axis][0]) / room[side]));
      axes.forEach((axis, side) => {
        const middle = (framed[axis][0] + framed[axis][1]) / 2;
        const half = (room[side] * mmPerPx) / 2;
        shown[axis] = [middle - half, middle + half];
      });
      this.shown[tileTypes[kind]] = shown as [Extent, Extent, Extent];
    }
  }
}
