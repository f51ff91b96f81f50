import type { Niivue } from '@niivue/niivue';
import { type ColorBytes, colorBytes, isPlain } from '../domain/colorBytes';
import type { PairCodes, VoxelBox } from '../domain/pairCodes';
import { copyBox, drawnCount, isRasOrder, isSameRasGrid, type RasGrid, rasBox, wholeBox } from './rasGrid';
import { drawingUnit, uploadBox } from './uploadBox';

/** What the drawing layer holds: codes as bytes, and the table that colours these. */
interface Drawn {
  pair: PairCodes;
  grid: RasGrid;
  /** RGBA by code. */
  colors: Uint8ClampedArray;
  bytes: ColorBytes;
}

/**
 * NiiVue's drawing layer, one byte a voxel with 256 colours. Up to 256 codes are their own bytes, and a view is a
 * table; beyond, voxels are written anew when the bytes at hand cannot show the view.
 */
export class PaneDrawing {
  private drawn: Drawn | null = null;
  /** Where voxels are written unless they are the codes themselves. */
  private written = new Uint8Array();

  constructor(private readonly nv: Niivue) {}

  /** Draws a volume in the colours of its codes; in none while they are not known. Uploads what differs. */
  show(pair: PairCodes, grid: RasGrid, known: Uint8ClampedArray | null): void {
    const { nv, drawn: before } = this;
    const colors = known ?? new Uint8ClampedArray(4 * Math.max(256, pair.pairs.length));
    const bytes = colorBytes(colors, before?.bytes);
    const isOnGrid = before !== null && isSameRasGrid(before.grid, grid);
    if (!isOnGrid) nv.drawTexture = nv.r8Tex(nv.drawTexture, drawingUnit, nv.volumes[0].dimsRAS!, false);
    const isWrittenAlike = isOnGrid && bytes.byteOf === before.bytes.byteOf;
    this.drawn = { pair, grid, colors, bytes };
    const box = isWrittenAlike && changedBox(before.pair, pair);
    if (box) this.writeBox(rasBox(grid, box));
    else if (!isWrittenAlike || before.pair.codes !== pair.codes) this.write();
    this.applyTable();
  }

  /** Draws what is shown in other colours; false when they are the same. */
  recolor(colors: Uint8ClampedArray): boolean {
    const before = this.drawn;
    if (!before) return false;
    const isSame = before.colors.length === colors.length;
    if (isSame && before.colors.every((part, place) => part === colors[place])) return false;
    const bytes = colorBytes(colors, before.bytes);
    this.drawn = { ...before, colors, bytes };
    if (bytes.byteOf !== before.bytes.byteOf) this.write();
    this.applyTable();
    return true;
  }

  /** All voxels: a copy is made only where the codes are no bytes, or not in NiiVue's order. */
  private write(): void {
    const { nv } = this;
    const { pair, grid, bytes } = this.drawn!;
    if (this.isAsStored) nv.drawBitmap = pair.codes as Uint8Array;
    else {
      if (this.written.length !== drawnCount(grid)) this.written = new Uint8Array(drawnCount(grid));
      copyBox(grid, pair.codes, bytes.byteOf, this.written, rasBox(grid, wholeBox(grid)));
      nv.drawBitmap = this.written;
    }
    nv.refreshDrawing(false);
  }

  /** The voxels that differ from those on screen, a fraction of what NiiVue would go through and upload. */
  private writeBox(box: VoxelBox): void {
    const { nv } = this;
    const { pair, grid, bytes } = this.drawn!;
    if (this.isAsStored) nv.drawBitmap = pair.codes as Uint8Array;
    else copyBox(grid, pair.codes, bytes.byteOf, nv.drawBitmap!, box);
    uploadBox(nv, box);
  }

  private get isAsStored(): boolean {
    const { pair, grid, bytes } = this.drawn!;
    return pair.codes instanceof Uint8Array && isPlain(bytes) && isRasOrder(grid);
  }

  private applyTable(): void {
    const { nv } = this;
    nv.drawLut = { lut: this.drawn!.bytes.lut, min: 0, max: 255, labels: nv.drawLut.labels };
    nv.refreshColormaps();
  }
}

/** Where two volumes of one family differ at most; null when they are of different ones, or the same. */
function changedBox(before: PairCodes, now: PairCodes): VoxelBox | null {
  const isSameFamily = (before.varies?.family ?? before.codes) === (now.varies?.family ?? now.codes);
  return isSameFamily ? (now.varies ?? before.varies ?? null) : null;
}
