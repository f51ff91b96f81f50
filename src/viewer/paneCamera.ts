import type { Niivue, NVImage } from '@niivue/niivue';
import { type Camera, type Framing, type IntensityWindow, startCamera } from '../domain/camera';

const mostZoom = 20;
const leastZoom = 0.5;
/** After this long without a change the image is made anew in its window. */
const restMs = 180;
const widthPerPixel = 0.006;
const levelPerPixel = 0.004;

/** Of the image's usual range, and of any window. */
const leastHead = 0.12;

/** Where a pane looks and in which contrast: the part of NiiVue's scene that all panes share. */
export class PaneCamera {
  private camera: Camera = startCamera;
  private window: IntensityWindow = [0, 1];
  private image: NVImage | null = null;
  /** The intensities that the volume on the graphics card runs between. */
  private baked: readonly [number, number] = [0, 1];
  private resting: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly nv: Niivue,
    private readonly draw: () => void,
    private readonly onMoved: (camera: Camera) => void,
    private readonly onWindow: (window: IntensityWindow) => void,
  ) {}

  set(camera: Camera): void {
    if (isSame(camera, this.camera)) return;
    this.camera = pick(camera);
    this.apply();
    this.draw();
  }

  private apply(): void {
    const { scene } = this.nv;
    const { panMm, zoom, azimuth, elevation, renderZoom } = this.camera;
    scene.pan2Dxyzmm = [...panMm, zoom];
    scene.renderAzimuth = azimuth;
    scene.renderElevation = elevation;
    scene.volScaleMultiplier = renderZoom;
  }

  /** Tells what NiiVue itself moved, as when a hand turns the 3D picture. */
  publish(): void {
    const { pan2Dxyzmm: pan, renderAzimuth, renderElevation, volScaleMultiplier } = this.nv.scene;
    const camera: Camera = {
      framing: this.camera.framing,
      panMm: [pan[0], pan[1], pan[2]],
      zoom: pan[3],
      azimuth: renderAzimuth,
      elevation: renderElevation,
      renderZoom: volScaleMultiplier,
    };
    if (isSame(camera, this.camera)) return;
    this.camera = camera;
    this.onMoved(camera);
  }

  pan(across: number, down: number, x: number, y: number): void {
    const from = this.mmAt(x, y);
    const to = this.mmAt(x + across, y + down);
    if (!from || !to) return;
    const { pan2Dxyzmm: pan } = this.nv.scene;
    for (const axis of [0, 1, 2]) pan[axis] += pan[3] * (to[axis] - from[axis]);
    this.draw();
  }

  /** Zooms about the place under the pointer, in 3D about the middle. */
  zoom(factor: number, x: number, y: number): void {
    const { scene } = this.nv;
    const fixed = this.mmAt(x, y);
    if (!fixed) {
      scene.volScaleMultiplier = Math.min(4, Math.max(leastZoom, scene.volScaleMultiplier * factor));
      this.draw();
      return;
    }
    const pan = scene.pan2Dxyzmm;
    const zoom = Math.min(mostZoom, Math.max(leastZoom, pan[3] * factor));
    for (const axis of [0, 1, 2]) pan[axis] += (pan[3] - zoom) * fixed[axis];
    pan[3] = zoom;
    this.draw();
  }

  private mmAt(x: number, y: number): [number, number, number] | null {
    const ratio = this.nv.uiData.dpr ?? 1;
    const [right, anterior, superior, tile] = this.nv.screenXY2mm(x * ratio, y * ratio);
    return tile < 0 || Number.isNaN(right) ? null : [right, anterior, superior];
  }

  /** The window with which an image goes to the graphics card. */
  show(image: NVImage): void {
    this.image = image;
    this.baked = this.range();
    [image.cal_min, image.cal_max] = this.baked;
    this.apply();
  }

  setWindow(window: IntensityWindow): void {
    if (String(window) === String(this.window)) return;
    this.window = window;
    if (!this.image) return;
    this.draw();
    if (this.resting !== null) clearTimeout(this.resting);
    this.resting = setTimeout(() => this.bake(), restMs);
  }

  private bake(): void {
    const range = this.range();
    const { image, nv } = this;
    if (!image || String(range) === String(this.baked)) return;
    this.baked = range;
    [image.cal_min, image.cal_max] = range;
    nv.refreshLayers(image, 0);
    this.draw();
  }

  /** A drag to the right widens the window, a drag downwards brightens. */
  contrast(across: number, down: number): void {
    const { image } = this;
    if (!image) return;
    const [low, high] = this.range();
    const [from, to] = robustRange(image);
    const centre = ((low + high) / 2 - from) / (to - from);
    const width = (high - low) / (to - from);
    const nextWidth = Math.min(20, Math.max(0.02, width * Math.exp(across * widthPerPixel)));
    const nextCentre = centre - down * levelPerPixel * width;
    this.onWindow([nextCentre - nextWidth / 2, nextCentre + nextWidth / 2]);
  }

  get framing(): Framing {
    return this.camera.framing;
  }

  /** What runs from black to white, as stored in the image. */
  get intensities(): readonly [number, number] {
    return this.range();
  }

  private range(): readonly [number, number] {
    const { image, window } = this;
    if (!image) return [0, 1];
    const [low, high] = robustRange(image);
    if (window === 'full') return [image.global_min ?? low, image.global_max ?? high];
    return [low + window[0] * (high - low), low + window[1] * (high - low)];
  }

  /** How the slice shader turns the grey of the volume on the card into that of the window: gain and offset. */
  get grey(): [number, number] {
    const [low, high] = this.range();
    const [from, to] = this.baked;
    return [(to - from) / (high - low), (from - low) / (high - low)];
  }

  /** From which grey of the volume on the card on the 3D picture shows a head: in no window is the air one. */
  get head(): number {
    const { image } = this;
    if (!image) return leastHead;
    const [low, high] = robustRange(image);
    const [from, to] = this.baked;
    return Math.max(leastHead, (low + leastHead * (high - low) - from) / (to - from));
  }

  dispose(): void {
    if (this.resting !== null) clearTimeout(this.resting);
  }
}

/** The 2nd and 98th percentile; what is flat is shown as it is. */
function robustRange({ robust_min: low = 0, robust_max: high = 1 }: NVImage): [number, number] {
  return high > low ? [low, high] : [low, low + 1];
}

function pick({ framing, panMm, zoom, azimuth, elevation, renderZoom }: Camera): Camera {
  return { framing, panMm, zoom, azimuth, elevation, renderZoom };
}

function isSame(first: Camera, second: Camera): boolean {
  return (
    first.framing === second.framing &&
    first.zoom === second.zoom &&
    first.azimuth === second.azimuth &&
    first.elevation === second.elevation &&
    first.renderZoom === second.renderZoom &&
    first.panMm.every((mm, axis) => mm === second.panMm[axis])
  );
}
