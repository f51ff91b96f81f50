import { Niivue, type NVImage, SHOW_RENDER, SLICE_TYPE } from '@niivue/niivue';
import type { Camera, IntensityWindow } from '../domain/camera';
import type { Geometry } from '../domain/geometry';
import type { PairCodes, VoxelBox } from '../domain/pairCodes';
import type { SliceLayout } from '../domain/view';
import { isBlackImage } from './baseImage';
import { drawnStep } from './drawnGrid';
import { drawThinCrosshairs } from './drawThinCrosshairs';
import { framedPart, headOf, wholePart } from './headBox';
import { PaneCamera } from './paneCamera';
import { type CornerFacts, CornerOverlay, type SayCorners } from './paneCorners';
import { PaneDrawing } from './paneDrawing';
import { PaneFraming, tilePlanes } from './paneFraming';
import { baseOf, type PaneNotice, type Shown } from './paneImage';
import { listenToHand } from './paneMouse';
import { type PaneSides, type PlacedLetter, placedLetters, SideOverlay, type SliceTile } from './paneSides';
import { fractionOf, type RasGrid, type Voxel, voxelAt } from './rasGrid';
import { sliceShader } from './sliceShader';
import { freeOldBoxes, skipGradients } from './spareGraphics';
import { skipUnusedShaders } from './unusedShaders';
import { volumeShader, volumeVertexShader } from './volumeShader';

const sliceTypes: Record<SliceLayout, SLICE_TYPE> = {
  axial: SLICE_TYPE.AXIAL,
  coronal: SLICE_TYPE.CORONAL,
  sagittal: SLICE_TYPE.SAGITTAL,
  multiplanar: SLICE_TYPE.MULTIPLANAR,
  render: SLICE_TYPE.RENDER,
};

/**
 * A pane as a picture, where a scale bar belongs (a slice's corner in CSS pixels, and the length of a mm), and what is
 * said of the patient's sides.
 */
export interface PanePicture {
  canvas: HTMLCanvasElement;
  ruler: { right: number; bottom: number; pxPerMm: number } | null;
  letters: PlacedLetter[];
  doubt: string | null;
}

/** What a pane tells the page. */
export interface PaneEvents {
  onCrosshair: (voxel: Voxel) => void;
  onCamera: (camera: Camera) => void;
  onWindow: (window: IntensityWindow) => void;
  /** A tile is to fill the pane, or all are to be seen again. */
  onEnlarge: (layout: SliceLayout) => void;
  /** The graphics memory is gone, as after a driver's restart; only a new scene can go on. */
  onLost: () => void;
}

/**
 * One canvas with one NiiVue: the pair codes lie in its drawing layer as bytes, a view is that layer's colour table.
 * Whatever changes, it is drawn once, in the next frame.
 */
export class PaneScene {
  readonly canvas = document.createElement('canvas');
  private readonly nv: Niivue;
  /** False where the browser has no WebGL2. */
  private readonly attached: Promise<boolean>;
  private shown: Shown | null = null;
  private table: { pair: PairCodes; colors: Uint8ClampedArray } | null = null;
  private readonly drawing: PaneDrawing;
  private voxel: Voxel | null = null;
  private lastRequest = 0;
  private isDisposed = false;
  private frame: number | null = null;
  private layout: SliceLayout = 'multiplanar';
  private outlineWidth = 0;
  private sides: PaneSides | null = null;
  private readonly sideOverlay: SideOverlay;
  private readonly cornerOverlay: CornerOverlay;
  private sayCorners: SayCorners | null = null;
  private readonly framing: PaneFraming;
  private labels: VoxelBox | null = null;
  private hasCrosshair = true;
  readonly camera: PaneCamera;
  private readonly stopListening: () => void;
  private readonly sizeWatch = new ResizeObserver(() => this.drawNow());

  constructor(container: HTMLElement, { onCrosshair, onCamera, onWindow, onEnlarge, onLost }: PaneEvents) {
    this.nv = new Niivue({
      logLevel: 'silent',
      backColor: [0, 0, 0, 1],
      crosshairColor: [0.75, 0.8, 0.9, 1],
      crosshairWidth: 1,
      crosshairWidthUnit: 'mm',
      isOrientationTextVisible: false,
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
    this.drawing = new PaneDrawing(nv);
    this.camera = new PaneCamera(nv, () => this.drawSoon(), onCamera, onWindow);
    this.stopListening = listenToHand(container, {
      pan: (...drag) => this.camera.pan(...drag),
      zoom: (...turn) => this.camera.zoom(...turn),
      contrast: (...drag) => this.camera.contrast(...drag),
      slice: (step, ...place) => void nv.mouseClick(...place, step),
      enlarge: (...place) => onEnlarge(this.tileAt(...place)),
      isTurned: (...place) => this.tileAt(...place) === 'render',
    });
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
    freeOldBoxes(nv);
    drawThinCrosshairs(nv, () => (this.hasCrosshair ? this.pixelRatio : null));
    this.framing = new PaneFraming(nv);
    container.append(this.canvas);
    this.sideOverlay = new SideOverlay(container);
    this.cornerOverlay = new CornerOverlay(container);
    this.canvas.addEventListener('webglcontextlost', () => {
      if (!this.isDisposed) onLost();
    });
    this.attached = this.attach(container);
  }

  private async attach(container: HTMLElement): Promise<boolean> {
    const gl = this.canvas.getContext('webgl2', { antialias: false });
    if (!gl) return false;
    this.nv.meshShaders = [];
    const compileAll = skipUnusedShaders(gl);
    await this.nv.attachToCanvas(this.canvas, false);
    compileAll();
    this.nv.setCustomSliceShader(sliceShader);
    installVolumeShader(this.nv);
    this.sizeWatch.observe(container);
    return true;
  }

  private drawSoon(): void {
    this.frame ??= requestAnimationFrame(() => this.drawNow());
  }

  private drawNow(): void {
    if (this.frame !== null) cancelAnimationFrame(this.frame);
    this.frame = null;
    // A pane that stands aside has no size.
    if (this.isDisposed || this.canvas.clientWidth === 0) return;
    const { nv } = this;
    nv.overlayOutlineWidth = this.outlineWidth * this.pixelRatio;
    this.arrange();
    this.tellGrey();
    Niivue.prototype.drawScene.call(nv);
    this.camera.publish();
    this.sideOverlay.show(this.letters, this.sides?.doubt ?? null);
    this.cornerOverlay.show(this.corners, this.sayCorners);
  }

  private get tiles(): (SliceTile & { mmWide: number })[] {
    const ratio = this.pixelRatio;
    return this.nv.screenSlices.flatMap(({ axCorSag, leftTopWidthHeight, fovMM }) => {
      const [left, top, width, height] = leftTopWidthHeight.map((px) => px / ratio);
      const plane = tilePlanes[axCorSag];
      return plane ? [{ plane, left, top, width, height, mmWide: Math.abs(fovMM[0]) }] : [];
    });
  }

  private get letters(): PlacedLetter[] {
    return this.shown && this.sides ? placedLetters(this.tiles, this.sides.letters) : [];
  }

  /** The first of the tiles is the largest. */
  private get corners(): CornerFacts | null {
    const [largest] = this.tiles;
    const { shown, voxel } = this;
    if (!largest || !shown || !voxel) return null;
    const { mmWide, ...tile } = largest;
    const { turns, shape } = shown.grid;
    const axis = Math.abs(turns[2 - tilePlanes.indexOf(tile.plane)]) - 1;
    return {
      tile,
      slice: Math.min(voxel[axis], shape[axis] - 1) + 1,
      total: shape[axis],
      window: isBlackImage(shown.image) ? null : this.camera.intensities,
      zoom: this.nv.scene.pan2Dxyzmm[3],
      pxPerMm: tile.width / mmWide,
    };
  }

  /** The plane under a place of the pane, in CSS pixels; 3D where none is. */
  private tileAt(x: number, y: number): SliceLayout {
    const isUnder = ({ left, top, width, height }: SliceTile) =>
      x >= left && x < left + width && y >= top && y < top + height;
    return this.tiles.find(isUnder)?.plane ?? 'render';
  }

  setWords(say: SayCorners): void {
    this.sayCorners = say;
    this.drawSoon();
  }

  setCrosshair(hasCrosshair: boolean): void {
    if (this.hasCrosshair === hasCrosshair) return;
    this.hasCrosshair = hasCrosshair;
    this.drawSoon();
  }

  /** Between voxels of the image; labels have edges. */
  setSmooth(isSmooth: boolean): void {
    if (this.nv.opts.isNearestInterpolation === !isSmooth) return;
    void this.attached.then((isAttached) => {
      if (isAttached && !this.isDisposed) this.nv.setInterpolation(!isSmooth);
    });
  }

  /** What must be in the picture beside the head. */
  setLabels(labels: VoxelBox | null): void {
    this.labels = labels;
    this.drawSoon();
  }

  /** What stands at the sides of slices; null while it is not known. */
  setSides(sides: PaneSides): void {
    this.sides = sides;
    this.drawSoon();
  }

  private arrange(): void {
    const { shown, layout, labels, canvas } = this;
    if (!shown) return;
    const isWhole = this.camera.framing === 'field';
    const part = isWhole ? wholePart : framedPart(shown.grid, headOf(shown.image), labels);
    this.framing.arrange(layout, part, canvas.width, canvas.height);
  }

  private tellGrey(): void {
    const { gl, customSliceShader: shader, renderShader } = this.nv;
    if (!this.shown || !shader || !renderShader) return;
    shader.use(gl);
    gl.uniform2f(shader.uniforms.grey, ...this.camera.grey);
    renderShader.use(gl);
    gl.uniform1f(renderShader.uniforms.head, this.camera.head);
  }

  private get pixelRatio(): number {
    return this.nv.uiData.dpr ?? 1;
  }

  /**
   * Shows a case; what is on screen stays until the next is read. Resolves to null when overtaken by a later
   * call, else to what went wrong with the image.
   */
  async show(image: File | null, grid: Geometry | null, pair: PairCodes): Promise<PaneNotice[] | null> {
    const request = ++this.lastRequest;
    const { base, notices } = await baseOf(image, grid, pair, this.shown);
    const isAttached = await this.attached;
    if (!isAttached) return [{ kind: 'no-webgl' }];
    if (this.isDisposed || request !== this.lastRequest) return null;
    this.draw(base, pair);
    return notices;
  }

  private draw(image: NVImage, pair: PairCodes): void {
    const { nv } = this;
    if (this.shown?.image !== image) {
      this.camera.show(image);
      nv.volumes = [image];
      nv.setVolume(image, 0);
    }
    const turns = image.permRAS as Voxel;
    const grid: RasGrid = { shape: pair.geometry.shape, turns, step: drawnStep(pair.geometry) };
    this.shown = { image, pair, grid };
    this.drawing.show(pair, grid, this.table?.pair === pair ? this.table.colors : null);
    if (this.voxel) this.place(this.voxel);
    this.drawSoon();
  }

  /** The colours of a case's codes (RGBA each); they wait for the case when it is still being read. */
  setTable(pair: PairCodes, colors: Uint8ClampedArray): void {
    this.table = { pair, colors };
    if (this.shown?.pair === pair && this.drawing.recolor(colors)) this.drawSoon();
  }

  setLayout(layout: SliceLayout): void {
    void this.attached.then((isAttached) => {
      if (!isAttached || this.isDisposed) return;
      this.layout = layout;
      this.nv.opts.sliceType = sliceTypes[layout];
      this.drawSoon();
    });
  }

  /** The width of outlines in CSS pixels; 0 for none. */
  setOutline(width: number): void {
    void this.attached.then((isAttached) => {
      if (!isAttached || this.isDisposed) return;
      this.outlineWidth = width;
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

  /** The pane drawn anew at `scale` pixels per CSS pixel, as far as the graphics card goes, on black. */
  picture(scale: number): PanePicture {
    const { nv, canvas } = this;
    const { width, height } = canvas.getBoundingClientRect();
    const most: number = nv.gl?.getParameter(nv.gl.MAX_RENDERBUFFER_SIZE) ?? 0;
    const possible = Math.min(scale, most / Math.max(width, height, 1));
    const usual = nv.opts.forceDevicePixelRatio;
    this.resize(possible);
    const picture = document.createElement('canvas');
    picture.width = canvas.width;
    picture.height = canvas.height;
    const context = picture.getContext('2d')!;
    context.fillRect(0, 0, picture.width, picture.height);
    // In the same task as the drawing, since the browser empties the canvas after it.
    context.drawImage(canvas, 0, 0);
    const tile = nv.screenSlices.find(({ axCorSag }) => axCorSag <= SLICE_TYPE.SAGITTAL);
    const ruler = tile && {
      right: (tile.leftTopWidthHeight[0] + tile.leftTopWidthHeight[2]) / possible,
      bottom: (tile.leftTopWidthHeight[1] + tile.leftTopWidthHeight[3]) / possible,
      pxPerMm: Math.abs(tile.leftTopWidthHeight[2] / tile.fovMM[0]) / possible,
    };
    this.resize(usual);
    return { canvas: picture, ruler: ruler ?? null, letters: this.letters, doubt: this.sides?.doubt ?? null };
  }

  private resize(pixelRatio: number): void {
    this.nv.opts.forceDevicePixelRatio = pixelRatio;
    this.nv.resizeListener();
    this.drawNow();
  }

  dispose(): void {
    this.isDisposed = true;
    this.sizeWatch.disconnect();
    this.stopListening();
    this.camera.dispose();
    this.nv.cleanup();
    this.canvas.remove();
    this.sideOverlay.remove();
    this.cornerOverlay.remove();
    // The browser allows few contexts, and NiiVue would fail if it lost its own while it starts.
    void this.attached.then((isAttached) => {
      if (isAttached) this.nv.gl.getExtension('WEBGL_lose_context')?.loseContext();
    });
  }
}

/** NiiVue offers no way to give it a shader for 3D; whatever volume comes, it draws with the one in this place. */
function installVolumeShader(nv: Niivue): void {
  const Shader = nv.renderShader!.constructor as new (
    gl: WebGL2RenderingContext,
    vertex: string,
    fragment: string,
  ) => NonNullable<Niivue['renderShader']>;
  nv.renderShader = new Shader(nv.gl, volumeVertexShader, volumeShader);
  nv.initRenderShader(nv.renderShader);
}
