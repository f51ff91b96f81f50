import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { presets } from '../domain/presets';
import { type DatasetJson, parseDatasetJson } from './parseDatasetJson';

function read(content: unknown): DatasetJson {
  const result = parseDatasetJson(
    'dataset.json',
    typeof content === 'string' ? content : JSON.stringify(content),
  );
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

function problemOf(content: unknown) {
  const result = parseDatasetJson('dataset.json', JSON.stringify(content));
  if (result.ok) throw new Error('accepted');
  return result.problem;
}

const brats = { background: 0, whole_tumor: [1, 2, 3], tumor_core: [2, 3], enhancing_tumor: 3 };

describe('parseDatasetJson', () => {
  it('reads regions in the order of the keys, with their class order, channels and file ending', () => {
    const { scheme, channelNames, fileEnding } = read({
      channel_names: { 0: 'T1', 1: 'T1c' },
      labels: { ...brats, ignore: 4 },
      regions_class_order: [1, 2, 3],
      file_ending: '.nrrd',
    });
    expect(scheme.regions).toEqual([
      { name: 'whole_tumor', labels: [1, 2, 3] },
      { name: 'tumor_core', labels: [2, 3] },
      { name: 'enhancing_tumor', labels: [3] },
    ]);
    expect(scheme.regionsClassOrder).toEqual([1, 2, 3]);
    expect(scheme.ignoreLabel).toBe(4);
    expect(channelNames).toEqual(['T1', 'T1c']);
    expect(fileEnding).toBe('.nrrd');
  });

  it('keeps the order of regions that are named by numbers', () => {
    const text =
      '{"labels": {"background": 0, "all": [1, 2], "2": 2, "1": 1}, "regions_class_order": [1, 2, 1]}';
    expect(read(text).scheme.regions.map(({ name }) => name)).toEqual(['all', '2', '1']);
  });

  it('takes a preset’s label names only where regions, names and order are exactly its own', () => {
    const labelNames = (labels: unknown, regions_class_order: number[]) =>
      read({ labels, regions_class_order }).scheme.labels.map(({ name }) => name);
    expect(labelNames(brats, [1, 2, 3])).toEqual(['ED', 'NCR/NET', 'ET']);
    expect(labelNames({ background: 0, WT: [1, 2, 3], TC: [2, 3], ET: [3] }, [1, 2, 3])).toEqual([
      'ED',
      'NCR/NET',
      'ET',
    ]);
    expect(labelNames(brats, [2, 1, 3])).toEqual(['label 1', 'label 2', 'enhancing_tumor']);
    expect(labelNames({ organ: [1, 2, 3], wall: [2, 3], spot: 3 }, [1, 2, 3])).toEqual([
      'label 1',
      'label 2',
      'spot',
    ]);
  });

  it('reads back every preset written as dataset.json', () => {
    for (const { scheme } of presets) {
      const labels = Object.fromEntries(scheme.regions.map(({ name, labels }) => [name, labels]));
      const again = read({
        labels: { background: 0, ...labels },
        regions_class_order: scheme.regionsClassOrder,
      });
      expect(again.scheme.regions).toEqual(scheme.regions);
      expect(again.scheme.labels.map(({ value }) => value)).toEqual(scheme.labels.map(({ value }) => value));
    }
  });

  it('reads plain labels without regions', () => {
    const { scheme } = read({ name: 'Spleen', labels: { background: 0, spleen: 1, cyst: [2] } });
    expect(scheme).toEqual({
      name: 'Spleen',
      labels: [
        { value: 1, name: 'spleen' },
        { value: 2, name: 'cyst' },
      ],
      regions: [],
      regionsClassOrder: [],
      ignoreLabel: null,
    });
  });

  it('reads the format of nnU-Net 1', () => {
    const { scheme, channelNames } = read({
      modality: { 0: 'FLAIR', 1: 'T1w' },
      labels: { 0: 'background', 1: 'edema', 2: 'non-enhancing tumor', 3: 'enhancing tumour' },
    });
    expect(scheme.labels.map(({ value, name }) => [value, name])).toEqual([
      [1, 'edema'],
      [2, 'non-enhancing tumor'],
      [3, 'enhancing tumour'],
    ]);
    expect(channelNames).toEqual(['FLAIR', 'T1w']);
  });

  it('refuses regions without a class order, or with one of the wrong length', () => {
    expect(problemOf({ labels: brats })).toEqual({
      code: 'scheme-no-class-order',
      file: 'dataset.json',
      facts: { regionCount: 3 },
    });
    expect(problemOf({ labels: brats, regions_class_order: [0, 1, 2, 3] })).toMatchObject({
      code: 'scheme-order-length',
      facts: { regionCount: 3, orderLength: 4 },
    });
  });

  it.each([
    [{ labels: { background: 0, tumor: 1.5 } }, 'tumor', '1.5'],
    [{ labels: { background: 0, tumor: 'one' } }, 'tumor', 'one'],
    [{ labels: { background: 0, tumor: null } }, 'tumor', 'null'],
    [{ labels: { background: 0, tumor: [1, 'x'] } }, 'tumor', '[1, x]'],
    [{ labels: { background: 0, tumor: -1 } }, 'tumor', '-1'],
    [{ labels: { background: 0, tumor: [] } }, 'tumor', '[]'],
    [{ labels: { '-1': 'tumor', '0': 'background' } }, 'tumor', '-1'],
    [{ labels: brats, regions_class_order: [1, 2, 'x'] }, 'regions_class_order', 'x'],
  ])('refuses a label that is no whole number: %j', (content, label, value) => {
    expect(problemOf(content)).toMatchObject({ code: 'scheme-label-not-integer', facts: { label, value } });
  });

  it('refuses what is no dataset.json', () => {
    for (const content of [[], 1, {}, { labels: [] }, { labels: {} }, { labels: 'x' }]) {
      expect(problemOf(content)).toMatchObject({ code: 'scheme-no-labels' });
    }
    expect(parseDatasetJson('a/dataset.json', 'labels:')).toMatchObject({
      problem: { code: 'bad-json', file: 'a/dataset.json' },
    });
  });

  it.skipIf(!existsSync('../shared/data/lumiere-nnunet/dataset.json'))(
    'reads that of the sample data',
    () => {
      const { scheme, channelNames } = read(
        readFileSync('../shared/data/lumiere-nnunet/dataset.json', 'utf8'),
      );
      expect(channelNames).toEqual(['T1c']);
      expect(scheme.labels.map(({ name }) => name)).toEqual(['ENH', 'NEC', 'EDE']);
      expect(scheme.regionsClassOrder).toEqual([3, 2, 1]);
    },
  );
});

it.each([
  ['names to values', (name: string, value: number) => [name, value]],
  ['values to names', (name: string, value: number) => [value, name]],
  ['regions', (name: string, value: number) => [name, value === 1 ? [1, 2] : [value]]],
])('reads 30,000 labels as %s in under 200 ms', (_, entry) => {
  const numbers = Array.from({ length: 30_000 }, (_, index) => index + 1);
  const labels = Object.fromEntries(numbers.map((value) => entry(`label ${value}`, value)));
  const text = JSON.stringify({ labels: { ...labels }, regions_class_order: numbers });
  const times = Array.from({ length: 3 }, () => {
    const started = process.cpuUsage();
    const read = parseDatasetJson('dataset.json', text);
    if (!read.ok) throw new Error(read.problem.code);
    expect(read.value.scheme.labels.length).toBe(30_000);
    // Not of the clock, which also counts what else the machine does.
    return process.cpuUsage(started).user / 1000;
  });
  expect(Math.min(...times)).toBeLessThan(200);
});
