/** What a hand does on a pane beside what NiiVue handles (crosshair, slices, turning); lengths in CSS pixels. */
export interface PaneHand {
  pan: (across: number, down: number, x: number, y: number) => void;
  /** `factor` above 1 zooms in; the place under the pointer stays. */
  zoom: (factor: number, x: number, y: number) => void;
  contrast: (across: number, down: number) => void;
}

const [middle, right] = [1, 2];
const zoomPerPixel = 0.0015;
/** Less than a notch of any wheel. */
const pixelsPerSlice = 40;
/** Browsers report lines and pages of no stated height. */
const pixelsPerUnit = { 0: 1, 1: 16, 2: 400 } as Record<number, number>;

/**
 * Whether a wheel event moves the slice. A touchpad sends many small events for one swipe: they are added up
 * while they go the same way. A notch of a wheel is one event and one slice.
 */
export function wheelCounter(): (event: Pick<WheelEvent, 'deltaY' | 'deltaMode'>) => boolean {
  let sum = 0;
  return ({ deltaY, deltaMode }) => {
    const pixels = deltaY * pixelsPerUnit[deltaMode];
    sum = sum * pixels < 0 ? pixels : sum + pixels;
    if (Math.abs(sum) < pixelsPerSlice) return false;
    sum %= pixelsPerSlice;
    return true;
  };
}

/**
 * The mouse as in 3D Slicer and ITK-SNAP: right-drag contrast, middle-drag (or Shift) pan, Ctrl and wheel zoom.
 * Listens before NiiVue does, which has other ideas of these. Returns how to stop.
 */
export function listenToHand(container: HTMLElement, hand: PaneHand): () => void {
  const ends = new AbortController();
  const { signal } = ends;
  const placeOf = ({ clientX, clientY }: MouseEvent): [number, number] => {
    const { left, top } = container.getBoundingClientRect();
    return [clientX - left, clientY - top];
  };
  const keep = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  const follow = (start: MouseEvent, isContrast: boolean) => {
    let [x, y] = placeOf(start);
    const drag = new AbortController();
    const move = (event: MouseEvent) => {
      keep(event);
      const [nextX, nextY] = placeOf(event);
      if (isContrast) hand.contrast(nextX - x, nextY - y);
      else hand.pan(nextX - x, nextY - y, x, y);
      [x, y] = [nextX, nextY];
    };
    const options = { capture: true, signal: drag.signal };
    window.addEventListener('mousemove', move, options);
    window.addEventListener('mouseup', () => drag.abort(), options);
    signal.addEventListener('abort', () => drag.abort(), { once: true });
  };
  container.addEventListener(
    'mousedown',
    (event) => {
      const isPan = event.button === middle || (event.button === 0 && event.shiftKey);
      if (!isPan && event.button !== right) return;
      keep(event);
      follow(event, !isPan);
    },
    { capture: true, signal },
  );
  const isNextSlice = wheelCounter();
  container.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) {
        // NiiVue moves a slice with every event that reaches it.
        if (!isNextSlice(event)) keep(event);
        return;
      }
      keep(event);
      hand.zoom(Math.exp(-event.deltaY * zoomPerPixel), ...placeOf(event));
    },
    { capture: true, passive: false, signal },
  );
  container.addEventListener('contextmenu', keep, { capture: true, signal });
  // NiiVue would set its own contrast on a double click.
  container.addEventListener('dblclick', keep, { capture: true, signal });
  return () => ends.abort();
}
