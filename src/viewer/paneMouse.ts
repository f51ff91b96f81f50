/** What a hand does on a pane beside what NiiVue handles (crosshair, slices, turning); lengths in CSS pixels. */
export interface PaneHand {
  pan: (across: number, down: number, x: number, y: number) => void;
  /** `factor` above 1 zooms in; the place under the pointer stays. */
  zoom: (factor: number, x: number, y: number) => void;
  contrast: (across: number, down: number) => void;
  /** Through the slices of the plane at a place. */
  slice: (step: 1 | -1, x: number, y: number) => void;
  /** The plane at a place alone, and back. */
  enlarge: (x: number, y: number) => void;
  /** Whether a place is 3D, which a finger turns. */
  isTurned: (x: number, y: number) => boolean;
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
  container.addEventListener(
    'dblclick',
    (event) => {
      // NiiVue would set its own contrast.
      keep(event);
      hand.enlarge(...placeOf(event));
    },
    { capture: true, signal },
  );
  listenToFingers(container, hand, signal);
  return () => ends.abort();
}

/** A finger's way through one slice. */
const fingerPixelsPerSlice = 12;

type Fingers = Pick<TouchEvent, 'touches'>;

/**
 * What fingers that moved do: one goes through the slices, two zoom by their distance and pan by their middle. Each
 * answer is to the fingers of before; another number of fingers begins anew.
 */
export function fingerCounter(
  hand: Pick<PaneHand, 'slice' | 'zoom' | 'pan'>,
  placeOf: (finger: Touch) => [number, number],
): (event: Fingers) => void {
  let before: [number, number][] = [];
  let way = 0;
  return ({ touches }) => {
    const now = [...touches].map(placeOf);
    const isSame = now.length === before.length;
    if (!isSame) way = 0;
    if (isSame && now.length === 1) {
      const [[x, y]] = now;
      way += y - before[0][1];
      for (; Math.abs(way) >= fingerPixelsPerSlice; way -= Math.sign(way) * fingerPixelsPerSlice) {
        hand.slice(way > 0 ? 1 : -1, x, y);
      }
    }
    if (isSame && now.length === 2) {
      const [from, to] = [middleOf(before), middleOf(now)];
      hand.pan(to[0] - from[0], to[1] - from[1], ...from);
      hand.zoom(distanceOf(now) / Math.max(1, distanceOf(before)), ...to);
    }
    before = now;
  };
}

function middleOf([first, second]: [number, number][]): [number, number] {
  return [(first[0] + second[0]) / 2, (first[1] + second[1]) / 2];
}

function distanceOf([first, second]: [number, number][]): number {
  return Math.hypot(first[0] - second[0], first[1] - second[1]);
}

/** NiiVue moves the crosshair with one finger and the slices with two; a tap still reaches it as a click. */
function listenToFingers(container: HTMLElement, hand: PaneHand, signal: AbortSignal): void {
  const placeOf = ({ clientX, clientY }: Touch): [number, number] => {
    const { left, top } = container.getBoundingClientRect();
    return [clientX - left, clientY - top];
  };
  let follow = fingerCounter(hand, placeOf);
  let isTurning = false;
  const answer = (event: TouchEvent) => {
    if (event.type === 'touchstart' && event.touches.length === 1) {
      isTurning = hand.isTurned(...placeOf(event.touches[0]));
      follow = fingerCounter(hand, placeOf);
    }
    if (isTurning && event.touches.length < 2) return;
    event.stopPropagation();
    follow(event);
  };
  for (const name of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) {
    container.addEventListener(name, answer, { capture: true, signal });
  }
}
