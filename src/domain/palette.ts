import { type Label, type LabelScheme, pairsOf, type Structure } from './labelScheme';

/** Okabe and Ito's colours; their yellow is left out, because missed voxels are yellow. */
const structureHues = ['#009e73', '#e69f00', '#56b4e9', '#cc79a7', '#0072b2', '#d55e00', '#999999'];

/** Errors have colours of their own, never a structure's; a hit stays grey. */
export const errorColors = {
  hit: '#b8bec9',
  missed: '#ffd400',
  extra: '#ff3df2',
  shared: '#fff3b0',
  child: '#b14cff',
  relieved: '#00e5ff',
} as const;

/** Around what is filled with a colour of the picture, which is black, where it lies on white: 3:1 at least. */
export const edgeOnWhite = '#6b7280';

/** What a mark needs to be seen (WCAG 2.2, 1.4.11). */
const leastContrast = 3;

/** The page of the light theme, which is a little darker than paper. */
const lightPage = '#f5f6f8';

/** A colour (#rrggbb) for lines and dots on white: as dark as it must be to be seen, in the same hue. */
export function inkOf(color: string): string {
  let channels = channelsOf(color);
  if (!(contrastOnLight(channels) < leastContrast)) return color;
  while (contrastOnLight(channels) < leastContrast) channels = channels.map((channel) => channel * 0.97);
  return `#${channels.map((channel) => Math.floor(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** A colour (#rrggbb) for lines and dots on the page, whichever theme it has. */
export function markColor(color: string): string {
  return `light-dark(${inkOf(color)}, ${color})`;
}

function channelsOf(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

/** WCAG's contrast ratio to the light page; to white it is higher. */
function contrastOnLight(channels: readonly number[]): number {
  return (luminance(channelsOf(lightPage)) + 0.05) / (luminance(channels) + 0.05);
}

function luminance(channels: readonly number[]): number {
  const [red, green, blue] = channels.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Two models against the reference; light blue, yellow and magenta hold for every kind of colour blindness. */
export const modelColors = {
  bothRight: '#b8bec9',
  firstOnly: '#00e5ff',
  secondOnly: '#ffd400',
  bothWrong: '#ff3df2',
} as const;

/** The colour of a label: its own, else the hue at its place in the scheme, among those that no label has. */
export function labelColor(scheme: LabelScheme, value: number): string {
  const label = scheme.labels.find((candidate) => candidate.value === value);
  if (!label) return '#ffffff';
  return label.color ?? freeHue(scheme, placeAmongUncolored(scheme, label));
}

/** A pair is one hue: a region has the colour of the label that it paints. */
export function structureColor(scheme: LabelScheme, structure: Structure): string {
  if (structure.kind === 'label') return labelColor(scheme, structure.labels[0]);
  const index = scheme.regions.findIndex(({ name }) => name === structure.name);
  return labelColor(scheme, scheme.regionsClassOrder[index] ?? structure.labels[0]);
}

/** Models of one structure keep its hue and differ in lightness, in the order of `count` models. */
export function modelShade(color: string, place: number, count: number): string {
  const step = Math.min(45, 75 / Math.max(1, count - 1));
  return place === 0 ? color : `color-mix(in oklab, ${color}, var(--text) ${Math.round(place * step)}%)`;
}

/** Labels follow the order in which regions paint them, outermost first, so that one anatomy keeps its hue. */
function placeAmongUncolored(scheme: LabelScheme, label: Label): number {
  const painted = pairsOf(scheme).map((pair) => pair.label.labels[0]);
  const order = [...new Set([...painted, ...scheme.labels.map(({ value }) => value)])];
  const colored = new Set(scheme.labels.filter(({ color }) => color).map(({ value }) => value));
  return order.filter((value) => !colored.has(value)).indexOf(label.value);
}

function freeHue({ labels }: LabelScheme, place: number): string {
  const taken = new Set(labels.map(({ color }) => color));
  const free: string[] = [];
  for (let index = 0; free.length <= place; index++) if (!taken.has(hueAt(index))) free.push(hueAt(index));
  return free[place];
}

/** Beyond the palette: further hues of equal lightness, a golden angle apart. */
function hueAt(index: number): string {
  if (index < structureHues.length) return structureHues[index];
  const hue = (index * 137.508) % 360;
  const channel = (offset: number) => {
    const k = (offset + hue / 30) % 12;
    const value = 0.65 - 0.25 * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
