import { expect, test } from 'vitest';
import type { Recognition } from './recognition';
import { reviewNeeds } from './reviewNeeds';

const found = { claims: [], otherFiles: [], problems: [] };
const prediction = { model: 'unet', labelMap: 'unet/1.nii' };

function recognitionOf(cases: Recognition['cohort']['cases'], more: Partial<Recognition> = {}): Recognition {
  return {
    cohort: { name: 'x', cases, models: ['unet'], scheme: null, unclaimed: [] },
    problems: [],
    sources: [],
    summaries: [],
    schemes: [],
    companions: new Map(),
    hiddenCount: 0,
    byProductCount: 0,
    leftOutCount: 0,
    isGuess: false,
    found,
    ...more,
  };
}

const complete = { id: '1', images: [], reference: 'gt/1.nii', predictions: [prediction] };

test('asks nothing of complete cases, images alone, and models that answer only some cases', () => {
  const cases = [
    complete,
    { id: '2', images: [{ name: 't1', path: '2.nii' }], predictions: [] },
    { ...complete, id: '3', predictions: [] },
  ];
  expect(reviewNeeds(recognitionOf(cases))).toEqual([]);
});

test('asks where nothing can be scored, and counts predictions without reference', () => {
  const alone = { id: '2', images: [], predictions: [prediction] };
  expect(reviewNeeds(recognitionOf([{ ...complete, predictions: [] }]))).toEqual([
    { kind: 'nothing-to-score', count: 1 },
  ]);
  expect(reviewNeeds(recognitionOf([complete, alone]))).toEqual([{ kind: 'missing-reference', count: 1 }]);
});

test('a reference that is saved as regions is a reference', () => {
  const raw = { kind: 'channels' as const, path: 'gt/1.nii' };
  const cases = [{ id: '1', images: [], referenceRaw: raw, predictions: [prediction] }];
  expect(reviewNeeds(recognitionOf(cases))).toEqual([]);
});

test('asks about guesses and about files that stand for one case', () => {
  const again = { code: 'duplicate-case' as const, file: 'b/1.nii', facts: { otherFile: 'gt/1.nii' } };
  expect(reviewNeeds(recognitionOf([complete], { isGuess: true, problems: [again] }))).toEqual([
    { kind: 'guessed-roles', count: 1 },
    { kind: 'duplicate', count: 1 },
  ]);
});
