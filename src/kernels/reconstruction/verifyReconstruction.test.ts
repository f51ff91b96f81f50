import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabelScheme } from '../../domain/labelScheme';
import { presets } from '../../domain/presets';
import type { ReconstructionCause } from '../../domain/reconstruction';
import { connectedComponents } from '../connectedComponents';
import { smoothNoise } from '../demo/smoothNoise';
import { paintRegions } from '../paintRegions';
import { randomSource } from '../randomSource';
import { declaredRule, paintCode, paintCodes } from './paintCodes';
import { regionCodes, regionCodesOfLabels } from './regionCodes';
import { thresholdRegions } from './thresholdRegions';
import { verifyReconstruction } from './verifyReconstruction';

const SIDE = 36;
const shape: [number, number, number] = [SIDE, SIDE, SIDE];
const scheme: LabelScheme = {
  name: 'nnU-Net BraTS',
  labels: [
    { value: 1, name: 'ED' },
    { value: 2, name: 'NCR' },
    { value: 3, name: 'ET' },
  ],
  regions: [
    { name: 'whole_tumor', labels: [1, 2, 3] },
    { name: 'tumor_core', labels: [2, 3] },
    { name: 'enhancing_tumor', labels: [3] },
  ],
  regionsClassOrder: [1, 2, 3],
  ignoreLabel: null,
};

/** Three heads on a ball with waves, specks beside it and holes in it: a small case with everything in it. */
function cleanCase(): Float32Array[] {
  const grid = { shape, spacingMm: [1, 1, 1] as [number, number, number] };
  const waves = [1, 2, 3].map((head) => smoothNoise(grid, 5, randomSource(11, head)));
  const ball = (voxel: number, x: number, y: number, z: number) =>
    Math.hypot((voxel % SIDE) - x, (Math.floor(voxel / SIDE) % SIDE) - y, Math.floor(voxel / SIDE ** 2) - z);
  return [13, 7.5, 6].map((radius, head) =>
    Float32Array.from(waves[head], (wave, voxel) => {
      const body = radius - ball(voxel, 16, 18, 15) + 1.2 * wave;
      const specks = [
        [31, 31, 31],
        [31, 4, 30],
        [5, 31, 4],
      ].map(([x, y, z], speck) => 3.4 - speck * 0.5 - head * 0.6 - ball(voxel, x, y, z));
      // Each head sees a speck of its own, so that the nesting is violated.
      const own = 3 - ball(voxel, [4, 30, 4][head], [4, 5, 31][head], [31, 5, 18][head]);
      const hole = ball(voxel, 17, 19, 16) - 2.3 + (head === 2 ? 0 : 9);
      const outside = ball(voxel, 6, 18, 15) - 1.6 + (head === 0 ? 0 : 9);
      const level = Math.min(Math.max(body, own, ...specks), hole, outside);
      return Math.round(64 / (1 + Math.exp(-level))) / 64;
    }),
  );
}

const probabilities = cleanCase();

function painted(threshold = 0.5, order = [1, 2, 3], from = probabilities): Uint8Array<ArrayBuffer> {
  return paintRegions(thresholdRegions(from, threshold), order);
}

function verify(saved: Uint8Array | Uint16Array, from: Float32Array[] = probabilities) {
  return verifyReconstruction(
    { kind: 'probabilities', probabilities: from, threshold: 0.5 },
    saved,
    scheme,
    shape,
  );
}

function causesOf(saved: Uint8Array | Uint16Array, from?: Float32Array[]): ReconstructionCause[] {
  const result = verify(saved, from);
  if (result.verdict !== 'explained') throw new Error(`${result.verdict}, not explained`);
  for (const { differingVoxels, explainedShare } of result.causes) {
    expect([differingVoxels, explainedShare]).toEqual([0, 1]);
  }
  return result.causes.map(({ cause }) => cause);
}

/** Removes every component but the largest of the voxels with these labels. */
function keptLargest(map: Uint8Array, labels: number[], replacedBy: number): Uint8Array<ArrayBuffer> {
  const mask = map.map((value) => (labels.includes(value) ? 1 : 0));
  const { labels: parts, count } = connectedComponents(mask, shape, 26);
  const sizes = new Array(count + 1).fill(0);
  for (const part of parts) if (part > 0) sizes[part]++;
  const largest = sizes.indexOf(Math.max(...sizes));
  return Uint8Array.from(map, (value, voxel) =>
    parts[voxel] > 0 && parts[voxel] !== largest ? replacedBy : value,
  );
}

/** Fills what cannot be reached from the first voxel without entering the mask. */
function filledHoles(map: Uint8Array, labels: number[], value: number): Uint8Array<ArrayBuffer> {
  const outside = map.map((label) => (labels.includes(label) ? 0 : 1));
  const { labels: parts } = connectedComponents(outside, shape, 6);
  return Uint8Array.from(map, (label, voxel) =>
    parts[voxel] > 0 && parts[voxel] !== parts[0] ? value : label,
  );
}

function moved(
  map: Uint8Array,
  source: (x: number, y: number, z: number) => number,
): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(map, (_, voxel) => {
    const [x, y, z] = [voxel % SIDE, Math.floor(voxel / SIDE) % SIDE, Math.floor(voxel / SIDE ** 2)];
    return map[source(x, y, z)];
  });
}

const at = (x: number, y: number, z: number) => x + SIDE * (y + SIDE * z);

/** Label probabilities that are no painted regions: a softmax over background, 1, 2 and 3. */
function softmax(): Float32Array[] {
  const [whole, core, enhancing] = probabilities;
  const raw = [
    whole.map((value) => 1.3 * (1 - value) + 0.01),
    whole.map((value, voxel) => value * (1 - core[voxel]) + 0.01),
    core.map((value, voxel) => value * (1 - enhancing[voxel]) + 0.01),
    enhancing.map((value) => value + 0.01),
  ];
  const sums = raw[0].map((value, voxel) => value + raw[1][voxel] + raw[2][voxel] + raw[3][voxel]);
  return raw.map((channel) => channel.map((value, voxel) => value / sums[voxel]));
}

function argmax(channels: Float32Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(channels[0], (_, voxel) => {
    const values = channels.map((channel) => channel[voxel]);
    return values.indexOf(Math.max(...values));
  });
}

describe('verifyReconstruction', () => {
  it('finds the clean case identical and names no cause', () => {
    expect(verify(painted())).toEqual({ verdict: 'identical', voxels: SIDE ** 3 });
  });

  it.each([[[2, 1, 3]], [[3, 2, 1]], [[2, 3, 1]], [[1, 3, 2]]])('finds the class order %j', (order) => {
    expect(causesOf(painted(0.5, order))).toEqual([{ kind: 'class-order', regionsClassOrder: order }]);
  });

  it('finds regions painted in another sequence', () => {
    const sorted = paintRegions(
      thresholdRegions(
        [0, 2, 1].map((head) => probabilities[head]),
        0.5,
      ),
      [1, 3, 2],
    );
    expect(causesOf(sorted)).toEqual([
      { kind: 'paint-sequence', regions: ['whole_tumor', 'enhancing_tumor', 'tumor_core'] },
    ]);
  });

  it('finds raw regions that are not in declared order', () => {
    const stored = [2, 0, 1].map((head) => probabilities[head]);
    expect(causesOf(painted(), stored)).toEqual([
      { kind: 'region-order', regions: ['enhancing_tumor', 'whole_tumor', 'tumor_core'] },
    ]);
  });

  it('finds renamed label values', () => {
    const saved = painted().map((value) => (value === 3 ? 4 : value));
    expect(causesOf(saved)).toEqual([{ kind: 'labels-renamed', renamed: [{ from: 3, to: 4 }] }]);
    const wide = Uint16Array.from(painted(), (value) => (value === 0 ? 0 : value + 300));
    expect(causesOf(wide)).toEqual([
      {
        kind: 'labels-renamed',
        renamed: [
          { from: 1, to: 301 },
          { from: 2, to: 302 },
          { from: 3, to: 303 },
        ],
      },
    ]);
  });

  it.each([0, 1, 2])('finds that region %i was ignored', (ignored) => {
    const heads = [0, 1, 2].filter((head) => head !== ignored);
    const masks = thresholdRegions(
      heads.map((head) => probabilities[head]),
      0.5,
    );
    const saved = paintRegions(
      masks,
      heads.map((head) => head + 1),
    );
    expect(causesOf(saved)).toEqual([{ kind: 'region-ignored', region: scheme.regions[ignored].name }]);
  });

  it.each([0.2, 0.45, 0.7])('finds the threshold %f and the range in which it must lie', (threshold) => {
    const [cause, ...others] = causesOf(painted(threshold));
    expect(others).toEqual([]);
    if (cause.kind !== 'threshold') throw new Error(cause.kind);
    expect(cause.isCommon).toBe(true);
    for (const { atLeast, below } of cause.thresholds) {
      expect(atLeast).toBeLessThanOrEqual(threshold);
      expect(below).toBeGreaterThan(threshold);
      expect(below - atLeast).toBeLessThan(0.05);
    }
  });

  it('tells at-least-one-half from above one half', () => {
    const [cause] = causesOf(painted(0.4999));
    if (cause.kind !== 'threshold') throw new Error(cause.kind);
    expect(cause.thresholds[0]).toEqual({ region: 'whole_tumor', atLeast: 31 / 64, below: 0.5 });
  });

  it('finds thresholds that differ from region to region', () => {
    const saved = paintCodes(regionCodes(probabilities, [0.3, 0.5, 0.8]), (code) =>
      paintCode(code, declaredRule([1, 2, 3])),
    );
    const [cause, ...others] = causesOf(saved);
    expect(others).toEqual([]);
    if (cause.kind !== 'threshold') throw new Error(cause.kind);
    expect(cause.isCommon).toBe(false);
    expect(cause.thresholds[2].atLeast).toBeLessThanOrEqual(0.8);
    expect(cause.thresholds[2].below).toBeGreaterThan(0.8);
  });

  it('finds components removed from the foreground, with their sizes', () => {
    const map = painted();
    const saved = keptLargest(map, [1, 2, 3], 0);
    const [cause, ...others] = causesOf(saved);
    expect(others).toEqual([]);
    if (cause.kind !== 'components-removed') throw new Error(cause.kind);
    expect(cause.structure.kind).toBe('foreground');
    expect(cause.componentVoxels).toHaveLength(6);
    expect(cause.keptComponents).toBe(1);
    expect(cause.replacedBy).toBe(0);
    const removedVoxels = map.filter((value, voxel) => value !== saved[voxel]).length;
    expect(cause.componentVoxels.reduce((sum, size) => sum + size, 0)).toBe(removedVoxels);
  });

  it('finds small enhancing components that became necrosis', () => {
    const saved = keptLargest(painted(), [3], 2);
    const [cause, ...others] = causesOf(saved);
    expect(others).toEqual([]);
    expect(cause).toMatchObject({
      kind: 'components-removed',
      structure: { name: 'enhancing_tumor', labels: [3] },
      replacedBy: 2,
    });
  });

  it('finds filled holes', () => {
    const saved = filledHoles(painted(), [1, 2, 3], 1);
    const [cause, ...others] = causesOf(saved);
    expect(others).toEqual([]);
    expect(cause).toMatchObject({ kind: 'holes-filled', structure: { kind: 'foreground' }, filledWith: 1 });
  });

  it('names both where a filled hole was a whole component of the label in it', () => {
    expect(causesOf(filledHoles(painted(), [3], 3))).toMatchObject([
      { kind: 'components-removed', structure: { labels: [2] }, replacedBy: 3 },
      { kind: 'holes-filled', structure: { labels: [3] }, filledWith: 3 },
    ]);
  });

  it('finds flipped and exchanged axes', () => {
    const flipped = moved(painted(), (x, y, z) => at(SIDE - 1 - x, y, z));
    expect(causesOf(flipped)).toEqual([{ kind: 'axes', axes: [0, 1, 2], flipped: [true, false, false] }]);
    const exchanged = moved(painted(), (x, y, z) => at(z, y, x));
    expect(causesOf(exchanged)).toEqual([{ kind: 'axes', axes: [2, 1, 0], flipped: [false, false, false] }]);
    const turned = moved(painted(), (x, y, z) => at(y, z, SIDE - 1 - x));
    const [cause] = causesOf(turned);
    if (cause.kind !== 'axes') throw new Error(cause.kind);
    expect(cause.axes).toEqual([2, 0, 1]);
    expect(cause.flipped).toEqual([true, false, false]);
  });

  it('finds that the arrays are the softmax of a label-trained model', () => {
    const channels = softmax();
    const saved = argmax(channels);
    expect(causesOf(saved, channels)).toEqual([{ kind: 'softmax', channels: 4, hasBackground: true }]);
    expect(causesOf(saved, channels.slice(1))).toEqual([
      { kind: 'softmax', channels: 3, hasBackground: false },
    ]);
  });

  it('refuses arrays that fit neither the regions nor the labels', () => {
    expect(() => verify(painted(), probabilities.slice(0, 2))).toThrow(RangeError);
  });

  it('says where the maps differ and how', () => {
    const saved = painted();
    const voxel = saved.indexOf(1);
    saved[voxel] = 0;
    const result = verify(saved);
    if (result.verdict !== 'unexplained') throw new Error(result.verdict);
    const place = [voxel % SIDE, Math.floor(voxel / SIDE) % SIDE, Math.floor(voxel / SIDE ** 2)];
    expect(result.difference.place).toEqual({ voxels: 1, first: place, last: place, centre: place });
    expect(result.difference.table.counts[1][0]).toBe(1);
  });
});

describe('two causes at once', () => {
  const corruptions: Record<string, (map: Uint8Array) => Uint8Array<ArrayBuffer>> = {
    'exchanged values': (map) => Uint8Array.from(map, (value) => [0, 2, 1, 3][value] ?? value),
    'a renamed value': (map) => Uint8Array.from(map, (value) => (value === 3 ? 4 : value)),
    'removed components': (map) => keptLargest(map, [1, 2, 3, 4], 0),
    'filled holes': (map) => filledHoles(map, [1, 2, 3, 4], 1),
    'a flip': (map) => moved(map, (x, y, z) => at(x, SIDE - 1 - y, z)),
    noise: (map) => Uint8Array.from(map, (value, voxel) => (voxel % 997 === 5 ? 2 : value)),
  };
  const names = Object.keys(corruptions);
  // Exchanging and renaming together is one renaming, which does explain everything.
  const pairs = names
    .flatMap((first, index) => names.slice(index + 1).map((second) => [first, second]))
    .filter(([first, second]) => !(first === 'exchanged values' && second === 'a renamed value'));

  it.each(pairs)('are unexplained: %s and %s', (first, second) => {
    const result = verify(corruptions[second](corruptions[first](painted())));
    expect(result.verdict).toBe('unexplained');
    if (result.verdict !== 'unexplained' || !result.nearest) return;
    expect(result.nearest.differingVoxels).toBeGreaterThan(0);
    expect(result.nearest.explainedShare).toBeLessThan(1);
  });

  it.each(names)('are unexplained: another threshold and %s', (name) => {
    expect(verify(corruptions[name](painted(0.3))).verdict).toBe('unexplained');
  });
});

describe('painting and reading back', () => {
  it.each(presets.map((preset) => [preset.id, preset.scheme] as const))(
    'is the identity on nested regions under %s',
    (_, { labels, regions, regionsClassOrder }) => {
      const values = [0, ...labels.map(({ value }) => value)];
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...values), { maxLength: 200 }), (drawn) => {
          const map = Uint8Array.from(drawn);
          const codes = regionCodesOfLabels(map, regions);
          const rule = declaredRule(regionsClassOrder);
          const repainted = paintCodes(codes, (code) => paintCode(code, rule));
          expect(repainted).toEqual(map);
          expect(regionCodesOfLabels(repainted, regions)).toEqual(codes);
        }),
      );
    },
  );
});
