import { expect, test } from 'vitest';
import { giveBackVoxels, takeVoxels } from './spareVoxels';

test('voxels that were given back come again, as zeros, for a map of their size alone', () => {
  const voxels = takeVoxels(8).fill(3);
  giveBackVoxels(voxels);
  expect(takeVoxels(9)).not.toBe(voxels);
  const again = takeVoxels(8);
  expect(again).toBe(voxels);
  expect([...again]).toEqual(new Array(8).fill(0));
});

test('no memory is given out twice, however often it is given back', () => {
  const voxels = takeVoxels(16);
  giveBackVoxels(voxels);
  giveBackVoxels(voxels);
  expect(takeVoxels(16)).toBe(voxels);
  expect(takeVoxels(16)).not.toBe(voxels);
});

test('a view into other memory and wide voxels are left alone', () => {
  const part = new Uint8Array(32).subarray(0, 20);
  giveBackVoxels(part);
  giveBackVoxels(new Uint16Array(20));
  expect(takeVoxels(20).buffer).not.toBe(part.buffer);
});
