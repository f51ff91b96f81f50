import { expect, test } from 'vitest';
import { presetById } from './presets';
import { presetsThatFit, unknownLabels } from './unknownLabels';

const { scheme } = presetById('brats-2021');
const result = (caseId: string, labels: number[], counts: number[][]) => ({
  caseId,
  confusion: { labels, counts },
});

test('names each value without a meaning once, with its cases and voxels', () => {
  const results = [
    result(
      'a',
      [0, 1, 3],
      [
        [9, 0, 2],
        [0, 5, 0],
        [1, 0, 4],
      ],
    ),
    result(
      'b',
      [0, 3],
      [
        [9, 1],
        [0, 0],
      ],
    ),
    result(
      'c',
      [0, 1, 2, 4],
      Array.from({ length: 4 }, () => [1, 1, 1, 1]),
    ),
  ];
  expect(unknownLabels(results, scheme)).toEqual([{ value: 3, caseIds: ['a', 'b'], voxels: 12 }]);
  expect(unknownLabels(results, { ...scheme, ignoreLabel: 3 })).toEqual([]);
});

test('counts the voxels of a reference once, however many models were compared with it', () => {
  const ofModel = (predicted: number) =>
    result(
      'a',
      [0, 3],
      [
        [9, predicted],
        [4, 0],
      ],
    );
  expect(unknownLabels([ofModel(1), ofModel(2)], scheme)).toEqual([{ value: 3, caseIds: ['a'], voxels: 7 }]);
});

test('names the preset in which the values that are known mean the same', () => {
  expect(presetsThatFit([3], scheme)).toEqual(['brats-2023']);
  expect(presetsThatFit([77], scheme)).toEqual([]);
});
