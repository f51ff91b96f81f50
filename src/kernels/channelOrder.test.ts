import fc from 'fast-check';
import { expect, test } from 'vitest';
import { presetById } from '../domain/presets';
import { channelOrder } from './channelOrder';

const { scheme } = presetById('brats-2023');

/** Nested masks from how deep each voxel lies: 1 in the outermost only, 3 in all. */
const nested = (depths: readonly number[]) =>
  [1, 2, 3].map((depth) => Uint8Array.from(depths, (value) => (value >= depth ? 1 : 0)));

const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];

test('finds nested regions in whatever order they were written', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(3), { minLength: 1, maxLength: 60 }),
      fc.constantFrom(...orders),
      (depths, written) => {
        const regions = nested(depths);
        const channels = written.map((region) => regions[region]);
        const order = channelOrder(channels, scheme);
        // Equal regions may stand for each other; every region gets its own voxels back.
        expect(order?.map((channel) => [...channels[channel]])).toEqual(regions.map((region) => [...region]));
      },
    ),
  );
});

test('is asked for where channels lie side by side, are too few or the regions are no chain', () => {
  const masks = [
    [1, 1, 0, 0],
    [0, 0, 1, 1],
    [0, 0, 0, 1],
  ].map((mask) => Uint8Array.from(mask));
  expect(channelOrder(masks, scheme)).toBeNull();
  expect(channelOrder(masks.slice(1), scheme)).toBeNull();
  const ribs = presetById('ribfrac').scheme;
  expect(
    channelOrder(
      ribs.regions.map(() => Uint8Array.of(1)),
      ribs,
    ),
  ).toBeNull();
});

test('bears the edges at which the heads of a network disagree, but no doubt about which is larger', () => {
  const wide = Uint8Array.from({ length: 100 }, (_, index) => (index < 60 ? 1 : 0));
  const core = Uint8Array.from({ length: 100 }, (_, index) => (index >= 37 && index < 62 ? 1 : 0));
  const inner = Uint8Array.from({ length: 100 }, (_, index) => (index >= 40 && index < 45 ? 1 : 0));
  expect(channelOrder([inner, core, wide], scheme)).toEqual([2, 1, 0]);
  const shifted = Uint8Array.from({ length: 100 }, (_, index) => (index >= 3 && index < 62 ? 1 : 0));
  expect(channelOrder([inner, shifted, wide], scheme)).toBeNull();
});
