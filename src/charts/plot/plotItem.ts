import type { PlotScale } from './plotScale';

/** One case of one model: a point, or a line through several places of the data. */
export interface PlotItem {
  key: string;
  /** Place in the list of series, which gives its colour. */
  series: number;
  /** Said of an item under the pointer: the words of thousands of others are never made. */
  title: () => string;
  places: [number, number][];
}

export interface PlotSeries {
  name: string;
  color: string;
  /** How its points and its entry in the legend are drawn; as filled dots by themselves. */
  mark?: 'ring' | 'line' | 'dashes';
}

interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The outline of items as one path, so that thousands of them are one element. */
export function itemsPath(items: readonly PlotItem[], scale: PlotScale, radius: number): string {
  return items.map((item) => itemPath(item, scale, radius)).join('');
}

function itemPath({ places }: PlotItem, scale: PlotScale, radius: number): string {
  const dots = places.map(([x, y]) => {
    const left = rounded(scale.x(x) - radius);
    return `M${left} ${rounded(scale.y(y))}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`;
  });
  return dots.join('');
}

/** Open lines of the items with more than one place. */
export function linesPath(items: readonly PlotItem[], scale: PlotScale): string {
  return items.map(({ places }) => (places.length > 1 ? polyline(places, scale) : '')).join('');
}

export function polyline(places: readonly [number, number][], scale: PlotScale): string {
  return places
    .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${rounded(scale.x(x))} ${rounded(scale.y(y))}`)
    .join('');
}

/** The item nearest to a pixel, no farther than `reach` pixels; null when there is none. */
export function nearestItem(
  items: readonly PlotItem[],
  scale: PlotScale,
  pixel: { x: number; y: number },
  reach: number,
): PlotItem | null {
  let nearest: PlotItem | null = null;
  let least = reach * reach;
  for (const item of items) {
    const distance = squareDistance(item, scale, pixel);
    if (distance > least) continue;
    least = distance;
    nearest = item;
  }
  return nearest;
}

/** Keys of the items with a place inside the rectangle of pixels. */
export function keysWithin(items: readonly PlotItem[], scale: PlotScale, area: Rectangle): string[] {
  const inside = ([x, y]: [number, number]) => {
    const left = scale.x(x);
    const top = scale.y(y);
    return left >= area.left && left <= area.right && top >= area.top && top <= area.bottom;
  };
  return [...new Set(items.filter(({ places }) => places.some(inside)).map(({ key }) => key))];
}

function squareDistance({ places }: PlotItem, scale: PlotScale, pixel: { x: number; y: number }): number {
  let least = Number.POSITIVE_INFINITY;
  let before: { x: number; y: number } | null = null;
  for (const [x, y] of places) {
    const here = { x: scale.x(x), y: scale.y(y) };
    least = Math.min(least, toSegment(before ?? here, here, pixel));
    before = here;
  }
  return least;
}

function toSegment(
  from: { x: number; y: number },
  to: { x: number; y: number },
  pixel: { x: number; y: number },
): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((pixel.x - from.x) * dx + (pixel.y - from.y) * dy) / length;
  const place = Math.min(1, Math.max(0, along));
  return (from.x + place * dx - pixel.x) ** 2 + (from.y + place * dy - pixel.y) ** 2;
}

function rounded(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
