import { expect, test } from 'vitest';
import { argmaxLabels } from './argmaxLabels';

test('each voxel has the label of its highest channel, of the first where several are highest', () => {
  const channels = [
    [0.5, 0.2, 0.4, 0],
    [0.3, 0.3, 0.4, 0],
    [0.2, 0.5, 0.2, 0],
  ].map((channel) => Float32Array.from(channel));
  expect([...argmaxLabels(channels, [0, 2, 7])]).toEqual([0, 7, 0, 0]);
  expect(argmaxLabels(channels, [0, 2, 700])).toBeInstanceOf(Uint16Array);
});
