import { Niivue, type NVImage, SHOW_RENDER, SLICE_TYPE } from '@niivue/niivue';
import { headerDistanceMm } from '../domain/geometry';
import type { PairCodes } from '../domain/pairCodes';
import type { SliceLayout } from '../stores/viewStore';
import { blackImage, geometryOf, readImage, shapeOf } from './baseImage';
import { fractionOf, inRasOrder, type RasGrid, type Voxel, voxelAt } from './rasGrid';
import { sliceShader } from './sliceShader';

/** Why a case is shown without its image, or not at all, or with more trust in voxels than in headers. */
export type PaneNotice =
  | { kind: 'no-webgl' }
  | { kind: 'image-grid-differs'; file: string; imageShape: Voxel; labelShape: Voxel }
  | { kind: 'image-unreadable'; file: string }
  /** By their headers, image and label maps lie up to this far from each other. */
  | { kind: 'headers-apart'; file: string; distanceMm: number };

const sliceTypes: Record<SliceLayout, SLICE_TYPE> = {
  axial: SLICE_TYPE.AXIAL,
  coronal: SLICE_TYPE.CORONAL,
  sagittal: SLICE_TYPE.SAGITTAL,
  multiplanar: SLICE_TYPE.MULTIPLANAR,
  render: SLICE_TYPE.RENDER,
};

/** Headers may disagree by rounding: up to this share of the smallest voxel edge. */
const headerTolerance = 0.01;

const crosshairPx = 1.2;

/** NiiVue's texture units. The names are constants of WebGL, which a browser without it does not have. */
const drawingUnit = 0x84c7;
const gradientUnits = [0x84c6, 0x84c8];

interface Shown {
  image: NVImage;
  pair: PairCodes;
  grid: RasGrid;
}

/**
 * One canvas with one NiiVue: the pair codes lie in its drawing layer, a view is that layer's colour table.
 * Whatever changes, it is drawn once, in the next frame.
 */
export class PaneScene {
  readonly canvas = document.createElement('canvas');
  private readonly nv: Niivue;
  /** False where the browser has no WebGL2. */
  private readonly attached: Promise<boolean>;
  private shown: Shown | null = null;
  private table: { pair: PairCodes; lut: Uint8ClampedArray } | null = null;
  private voxel: Voxel | null = null;
  private lastRequest = 0;
  private isDisposed = false;
  private frame: number | null = null;
  private readonly sizeWatch = new ResizeObserver(() => this.drawNow());

  /** `onLost`: the graphics memory is gone, as after a driver's restart; only a new scene can go on. */
  constructor(container: HTMLElement, onCrosshair: (voxel: Voxel) => void, onLost: () => void) {
    this.nv = new Niivue({
      logLevel: 'silent',
      backColor: [0, 0, 0, 1],
      crosshairColor: [0.75, 0.8, 0.9, 1],
      crosshairWidth: 1,
      crosshairWidthUnit: 'mm',
      fontColor: [0.6, 0.63, 0.7, 1],
      fontMinPx: 12,
      fontSizeScaling: 0,
      isColorbar: false,
      isOrientCube: false,
      showLegend: false,
      loadingText: '',
      dragAndDropEnabled: false,
      viewModeHotKey: '',
      clipPlaneHotKey: '',
      cycleClipPlaneHotKey: '',
      isForceMouseClickToVoxelCenters: true,
      isRadiologicalConvention: true,
      multiplanarShowRender: SHOW_RENDER.ALWAYS,
    });
    const { nv } = this;
    nv.drawOpacity = 1;
    // The page has shortcuts of its own; NiiVue's would answer the same keys.
    nv.keyDownListener = () => {};
    nv.keyUpListener = () => {};
    nv.onLocationChange = () => {
      if (!this.shown) return;
      const voxel = voxelAt(this.shown.grid, nv.scene.crosshairPos);
      if (this.voxel?.every((index, axis) => index === voxel[axis])) return;
      this.voxel = voxel;
      onCrosshair(voxel);
    };
    // NiiVue draws several times for one event, and a drawing with a 3D tile is dear.
    nv.drawScene = () => this.drawSoon();
    skipGradients(nv);
    container.append(this.canvas);
    this.canvas.addEventListener('webglcontextlost', () => {
      if (!this.isDisposed) onLost();
    });
    this.attached = this.attach(container);
  }

  private async attach(container: HTMLElement): Promise<boolean> {
    if (!this.canvas.getContext('webgl2', { antialias: false })) return false;
    await this.nv.attachToCanvas(this.canvas, false);
    this.nv.setCustomSliceShader(sliceShader);
    this.sizeWatch.observe(container);
    return true;
  }

  private drawSoon(): void {
    this.frame ??= requestAnimationFrame(() => this.drawNow());
  }

  /** Draws, and once more where the crosshair has become thicker or thinner than a pixel. */
  private drawNow(): void {
    if (this.frame !== null) cancelAnimationFrame(this.frame);
    this.frame = null;
    if (this.isDisposed) return;
    const { nv } = this;
    Niivue.prototype.drawScene.call(nv);
    const tile = nv.screenSlices.find(({ axCorSag }) => axCorSag <= SLICE_TYPE.SAGITTAL);
    if (!this.shown || !tile) return;
    const pixelMm = Math.abs(tile.fovMM[0] / tile.leftTopWidthHeight[2]) * this.pixelRatio;
    if (Math.abs(nv.opts.crosshairWidth / pixelMm - crosshairPx) < 0.05) return;
    nv.opts.crosshairWidth = pixelMm * crosshairPx;
    if (nv.crosshairs3D?.mm) nv.crosshairs3D.mm[0] = Number.NaN;
    Niivue.prototype.drawScene.call(nv);
  }

  private get pixelRatio(): number {
    return this.nv.uiData.dpr ?? 1;
  }

  /**
   * Shows a case; what is on screen stays until the next is read. Resolves to null when overtaken by a later
   * call, else to what went wrong with the image.
   */
  async show(image: File | null, pair: PairCodes): Promise<PaneNotice[] | null> {
    const request = ++this.lastRequest;
    const { base, notices } = await baseOf(image, pair, this.shown);
    const isAttached = await this.attached;
    if (!isAttached) return [{ kind: 'no-webgl' }];
    if (this.isDisposed || request !== this.lastRequest) return null;
    this.draw(base, pair);
    return notices;
  }

  private draw(image: NVImage, pair: PairCodes): void {
    const { nv, shown: before } = this;
    if (before?.image !== image) {
      nv.volumes = [image];
      nv.setVolume(image, 0);
    }
    const turns = image.permRAS as Voxel;
    const grid: RasGrid = { shape: pair.geometry.shape, turns };
    const isSameGrid = before !== null && String(before.image.dimsRAS) === String(image.dimsRAS);
    if (!isSameGrid) nv.drawTexture = nv.r8Tex(nv.drawTexture, drawingUnit, image.dimsRAS!, false);
    if (before?.pair.codes !== pair.codes || String(before.grid.turns) !== String(turns)) {
      nv.drawBitmap = inRasOrder(grid, pair.codes);
      nv.refreshDrawing(false);
    }
    this.shown = { image, pair, grid };
    this.applyTable();
    if (this.voxel) this.place(this.voxel);
    this.drawSoon();
  }

  /** The colours of a case's codes; they wait for the case when it is still being read. */
  setTable(pair: PairCodes, lut: Uint8ClampedArray): void {
    const before = this.table;
    if (before?.pair === pair && before.lut.every((channel, index) => channel === lut[index])) return;
    this.table = { pair, lut };
    if (this.shown?.pair !== pair) return;
    this.applyTable();
    this.drawSoon();
  }

  private applyTable(): void {
    const { nv, table } = this;
    if (!table || table.pair !== this.shown?.pair) return;
    nv.drawLut = { lut: table.lut, min: 0, max: 255, labels: nv.drawLut.labels };
    nv.refreshColormaps();
  }

  setLayout(layout: SliceLayout): void {
    void this.attached.then((isAttached) => {
      if (!isAttached || this.isDisposed) return;
      this.nv.opts.sliceType = sliceTypes[layout];
      this.drawSoon();
    });
  }

  /** The width of outlines in CSS pixels; 0 for none. */
  setOutline(width: number): void {
    void this.attached.then((isAttached) => {
      if (!isAttached || this.isDisposed) return;
      this.nv.overlayOutlineWidth = width * this.pixelRatio;
      this.drawSoon();
    });
  }

  setVoxel(voxel: Voxel): void {
    if (this.voxel?.every((index, axis) => index === voxel[axis])) return;
    this.voxel = voxel;
    if (!this.shown) return;
    this.place(voxel);
    this.drawSoon();
  }

  private place(voxel: Voxel): void {
    const { grid } = this.shown!;
    // An address may name a voxel that this case does not have.
    const inside = voxel.map((index, axis) => Math.min(index, grid.shape[axis] - 1)) as Voxel;
    this.nv.scene.crosshairPos = fractionOf(grid, inside);
  }

  /** Where a voxel's centre lies on the canvas in CSS pixels; null when no visible slice passes through it. */
  voxelToCanvas(voxel: Voxel): { x: number; y: number } | null {
    if (!this.shown) return null;
    if (this.frame !== null) this.drawNow();
    const { grid } = this.shown;
    const here = this.nv.scene.crosshairPos;
    const place = fractionOf(grid, voxel);
    const current = voxelAt(grid, here);
    for (const { axCorSag } of this.nv.screenSlices) {
      if (axCorSag > SLICE_TYPE.SAGITTAL) continue;
      const depth = 2 - axCorSag;
      const fileAxis = Math.abs(grid.turns[depth]) - 1;
      if (voxel[fileAxis] !== current[fileAxis]) continue;
      const inSlice = place.map((part, axis) => (axis === depth ? here[axis] : part)) as Voxel;
      const found = this.nv.frac2canvasPosWithTile(inSlice, axCorSag);
      if (found) return { x: found.pos[0] / this.pixelRatio, y: found.pos[1] / this.pixelRatio };
    }
    return null;
  }

  /** What is on screen as a PNG on black. Drawn in the same task, since the browser empties the canvas after it. */
  toBlob(): Promise<Blob | null> {
    const picture = document.createElement('canvas');
    picture.width = this.canvas.width;
    picture.height = this.canvas.height;
    const context = picture.getContext('2d')!;
    context.fillRect(0, 0, picture.width, picture.height);
    this.drawNow();
    context.drawImage(this.canvas, 0, 0);
    return new Promise((resolve) => picture.toBlob(resolve));
  }

  dispose(): void {
    this.isDisposed = true;
    this.sizeWatch.disconnect();
    this.nv.cleanup();
    this.canvas.remove();
    // The browser allows few contexts, and NiiVue would fail if it lost its own while it starts.
    void this.attached.then((isAttached) => {
      if (isAttached) this.nv.gl.getExtension('WEBGL_lose_context')?.loseContext();
    });
  }
}

/**
 * NiiVue computes the gradient of every volume for a lighting that is not used here, in two textures as large
 * as the volume: three quarters of the time that a change of case takes. One column of voxels costs nothing.
 */
function skipGradients(nv: Niivue): void {
  nv.rgbaTex = (texture, unit, dims, isInit) => {
    const size = gradientUnits.includes(unit) ? [dims[0], 1, 1, dims[3]] : dims;
    return Niivue.prototype.rgbaTex.call(nv, texture, unit, size, isInit);
  };
}

async function baseOf(
  file: File | null,
  pair: PairCodes,
  shown: Shown | null,
): Promise<{ base: NVImage; notices: PaneNotice[] }> {
  const notices: PaneNotice[] = [];
  if (file) {
    try {
      const base = await readImage(file);
      const imageShape = shapeOf(base);
      const labelShape = pair.geometry.shape;
      if (imageShape.every((count, axis) => count === labelShape[axis])) {
        const distanceMm = headerDistanceMm(geometryOf(base), pair.geometry);
        const isApart = distanceMm > headerTolerance * Math.min(...pair.geometry.spacingMm);
        if (isApart) notices.push({ kind: 'headers-apart', file: file.name, distanceMm });
        return { base, notices };
      }
      notices.push({ kind: 'image-grid-differs', file: file.name, imageShape, labelShape });
    } catch {
      notices.push({ kind: 'image-unreadable', file: file.name });
    }
  }
  const isBlack = shown?.image.name === 'black.nii' && shown.pair.geometry === pair.geometry;
  return { base: isBlack ? shown.image : await blackImage(pair.geometry), notices };
}
