import { failure, type Result, success } from '../domain/errors';
import { type Label, type LabelScheme, maskKey, type Region } from '../domain/labelScheme';
import { ownValue } from '../domain/ownValue';
import { presets } from '../domain/presets';
import { type JsonValue, parsePythonJson } from './parsePythonJson';

/** What nnU-Net's dataset.json says, as far as it matters here. */
export interface DatasetJson {
  scheme: LabelScheme;
  /** Modality by channel number: channelNames[0] is that of `_0000`. */
  channelNames: string[];
  /** Such as ".nii.gz"; null where the file does not say (nnU-Net 1). */
  fileEnding: string | null;
  name: string | null;
}

const MAX_LABEL = 65_535;

/** One entry of "labels", in the order of the file. `values` is one value or, for a region, several. */
interface Entry {
  name: string;
  values: number[];
  isArray: boolean;
}

/**
 * Reads nnU-Net's dataset.json, of version 2 (names to values; the order of the keys is the order of the
 * regions) or 1 (values to names). As in nnU-Net, the labels are regions as soon as one of them has several
 * values; the background and the ignore label are no regions. Fails with 'bad-json', 'scheme-no-labels',
 * 'scheme-label-not-integer', 'scheme-no-class-order' or 'scheme-order-length'.
 */
export function parseDatasetJson(path: string, text: string): Result<DatasetJson> {
  const parsed = parsePythonJson(path, text);
  if (!parsed.ok) return parsed;
  const root = parsed.value;
  const declared = root instanceof Map ? root.get('labels') : undefined;
  if (!(root instanceof Map) || !(declared instanceof Map) || declared.size === 0) {
    return failure('scheme-no-labels', path, {});
  }
  const entries: Entry[] = [];
  const isOfVersion1 = isVersion1(declared);
  for (const [key, value] of declared) {
    const entry = isOfVersion1 ? entryOf(String(value), key) : entryOf(key, value);
    const bad = entry.values.find((label) => !isLabel(label));
    if (bad !== undefined || entry.values.length === 0) {
      const shown = isOfVersion1 ? key : jsonText(value);
      return failure('scheme-label-not-integer', path, { label: entry.name, value: shown });
    }
    entries.push(entry);
  }
  const scheme = schemeOf(path, entries, root);
  if (!scheme.ok) return scheme;
  const name = textOrNull(root.get('name'));
  return success({
    scheme: { ...scheme.value, name: name ?? 'dataset.json' },
    channelNames: channelNamesOf(root.get('channel_names') ?? root.get('modality')),
    fileEnding: textOrNull(root.get('file_ending')),
    name,
  });
}

function schemeOf(path: string, all: Entry[], root: Map<string, JsonValue>): Result<LabelScheme> {
  const ignore = all.find(({ name, values }) => name === 'ignore' && values.length === 1);
  const foreground = all.filter((entry) => entry !== ignore && entry.values.some((value) => value > 0));
  const ignoreLabel = ignore?.values[0] ?? null;
  if (!foreground.some(({ isArray, values }) => isArray && values.length > 1)) {
    const labels = foreground.map(({ name, values }) => ({ value: values[0], name }));
    return success({ name: '', labels, regions: [], regionsClassOrder: [], ignoreLabel });
  }
  const regions = foreground.map(({ name, values }) => ({ name, labels: values }));
  const order = root.get('regions_class_order');
  if (!Array.isArray(order)) return failure('scheme-no-class-order', path, { regionCount: regions.length });
  if (order.length !== regions.length) {
    const facts = { regionCount: regions.length, orderLength: order.length };
    return failure('scheme-order-length', path, facts);
  }
  const regionsClassOrder = order.map(numberFrom);
  const bad = regionsClassOrder.findIndex((value) => !isLabel(value));
  if (bad >= 0) {
    const value = jsonText(order[bad]);
    return failure('scheme-label-not-integer', path, { label: 'regions_class_order', value });
  }
  const labels = labelsOfRegions(regions, regionsClassOrder);
  return success({ name: '', labels, regions, regionsClassOrder, ignoreLabel });
}

/**
 * dataset.json names regions, not the single labels. A region of one label names it; any other label is
 * called "label 3". Only where regions, their names and the class order are exactly those of a preset, its
 * label names are taken: the same integers mean different structures in other data sets.
 */
function labelsOfRegions(regions: readonly Region[], order: readonly number[]): Label[] {
  const known = presets.find(
    ({ scheme }) =>
      scheme.regions.length === regions.length &&
      scheme.regions.every(
        (region, index) =>
          maskKey(region.labels) === maskKey(regions[index].labels) &&
          plainName(region.name) === plainName(regions[index].name) &&
          scheme.regionsClassOrder[index] === order[index],
      ),
  );
  const values = [...new Set(regions.flatMap(({ labels }) => labels))].sort((a, b) => a - b);
  const single = regions.filter(({ labels }) => labels.length === 1).reverse();
  const names = new Map<number, string>([
    ...single.map(({ name, labels }) => [labels[0], name] as const),
    ...(known?.scheme.labels ?? []).map(({ value, name }) => [value, name] as const),
  ]);
  return values.map((value) => ({ value, name: names.get(value) ?? `label ${value}` }));
}

const spelledOut: Record<string, string> = { wt: 'wholetumor', tc: 'tumorcore', et: 'enhancingtumor' };

function plainName(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll('tumour', 'tumor')
    .replace(/[\s_-]/g, '');
  return ownValue(spelledOut, plain) ?? plain;
}

function isVersion1(declared: Map<string, JsonValue>): boolean {
  return [...declared].every(([key, value]) => /^-?\d+$/.test(key) && typeof value === 'string');
}

/** What is not a number becomes NaN, which is no label. */
function entryOf(name: string, value: JsonValue): Entry {
  const isArray = Array.isArray(value);
  const given = isArray ? value : [value];
  return { name, values: [...new Set(given.map(numberFrom))], isArray };
}

/** Numbers are also written as text; NaN for anything else. */
function numberFrom(value: JsonValue): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : Number.NaN;
}

function isLabel(value: JsonValue): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_LABEL;
}

function channelNamesOf(channels: JsonValue | undefined): string[] {
  if (!(channels instanceof Map)) return [];
  const names: string[] = [];
  for (const [key, name] of channels) {
    const channel = Number(key);
    if (Number.isInteger(channel) && channel >= 0 && channel < 10_000) names[channel] = String(name);
  }
  return Array.from(names, (name) => name ?? '');
}

function textOrNull(value: JsonValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function jsonText(value: JsonValue): string {
  if (value instanceof Map) return '{…}';
  return Array.isArray(value) ? `[${value.map(jsonText).join(', ')}]` : String(value);
}
