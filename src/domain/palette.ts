import { type LabelScheme, pairsOf, type Structure } from './labelScheme';
import { remembered } from './remembered';

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
  const [red, green, blue] = channels.map((channel) => linear(channel / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The light of a channel of sRGB (0 to 1). */
function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
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
  return colorsOf(scheme).get(value) ?? '#ffffff';
}

/** What labels have in common that are too many for colours of their own. */
export const crowdColor = '#e9e4d8';

/** The scheme with the colours that it has, but for the labels of a crowd. */
export function withCrowd(scheme: LabelScheme, crowd: readonly number[]): LabelScheme {
  if (crowd.length === 0) return scheme;
  const isCrowd = new Set(crowd);
  const labels = scheme.labels.map((label) => ({
    ...label,
    color: isCrowd.has(label.value) ? crowdColor : labelColor(scheme, label.value),
  }));
  return { ...scheme, labels };
}

/** A picture asks for the colour of every pair of labels. */
const colorsOf = remembered((scheme: LabelScheme): ReadonlyMap<number, string> => {
  const own = new Map(scheme.labels.flatMap(({ value, color }) => (color ? [[value, color] as const] : [])));
  const taken = new Set(own.values());
  const colors = new Map(own);
  let place = 0;
  for (const value of uncolored(scheme, own)) {
    for (let tries = 0; tries < mostHues && taken.has(hueAt(place)); tries++) place++;
    colors.set(value, hueAt(place++));
  }
  return colors;
});

/** Labels follow the order in which regions paint them, outermost first, so that one anatomy keeps its hue. */
function uncolored(scheme: LabelScheme, own: ReadonlyMap<number, string>): number[] {
  const painted = pairsOf(scheme).map((pair) => pair.label.labels[0]);
  const named = scheme.labels.map(({ value }) => value);
  // Regions that overlap have values without a label: their own first, then those of several at once.
  const ofRegions = [...scheme.regionsClassOrder, ...scheme.regions.flatMap(({ labels }) => labels)];
  const order = new Set([...painted, ...named, ...ofRegions]);
  return [...order].filter((value) => !own.has(value));
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

/** Twice what a picture tells apart; with more labels than these, hues come again. */
const mostHues = 512;

/** Beyond the palette each further colour lies farthest from all before it and from those of errors. */
function hueAt(place: number): string {
  const known = place % mostHues;
  while (furtherHues.length <= known) addFarthest();
  return furtherHues[known];
}

const furtherHues = [...structureHues];

/** For each candidate how far the nearest colour is that is in use. */
let room: { color: string; lab: Lab; distance: number }[] | null = null;

type Lab = readonly [number, number, number];

function addFarthest(): void {
  if (!room) {
    room = candidates().map((color) => ({ color, lab: labOf(color), distance: Number.POSITIVE_INFINITY }));
    for (const color of [...Object.values(errorColors), ...structureHues]) keepAway(room, color);
  }
  const { color } = room.reduce((best, next) => (next.distance > best.distance ? next : best));
  furtherHues.push(color);
  keepAway(room, color);
}

function keepAway(all: NonNullable<typeof room>, color: string): void {
  const lab = labOf(color);
  for (const candidate of all)
    candidate.distance = Math.min(candidate.distance, squaredTo(candidate.lab, lab));
}

/** Colours that are seen on black and told from white, evenly over red, green and blue. */
function candidates(): string[] {
  const steps = Array.from({ length: 16 }, (_, step) => step * 17);
  const hex = (channel: number) => channel.toString(16).padStart(2, '0');
  return steps
    .flatMap((red) => steps.flatMap((green) => steps.map((blue) => `#${hex(red)}${hex(green)}${hex(blue)}`)))
    .filter((color) => {
      const [lightness] = labOf(color);
      return lightness > 0.42 && lightness < 0.93;
    });
}

/** OKLab (Ottosson 2020), in which equal distances look about equal. */
function labOf(color: string): Lab {
  const [red, green, blue] = channelsOf(color).map((channel) => linear(channel / 255));
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function squaredTo([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  return (l1 - l2) ** 2 + (a1 - a2) ** 2 + (b1 - b2) ** 2;
}
