// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { allPairs } from '../../domain/pairCodes';
import { presetById } from '../../domain/presets';
import type { SliceCounts } from '../../domain/sliceCounts';
import { emptyCohort, useCohortStore } from '../../stores/cohortStore';
import { useErrorsStore } from '../../stores/errorsStore';
import { type ShownAnswer, useShownAnswerStore } from '../../stores/shownAnswerStore';
import { handInWorkers } from '../pool';
import { workerThat } from '../testWorkers';
import { shownErrors, structureErrors } from './shownErrors';

const run = vi.fn();
handInWorkers(workerThat(run));

/** Each voxel is a slice along x, of four codes; along the others there is one slice. */
function slicesOf(codes: number[]): SliceCounts {
  const counts = codes.map((code) => [0, 1, 2, 3].map((other) => Number(other === code)));
  const all = [0, 1, 2, 3].map((code) => codes.filter((other) => other === code).length);
  return [Uint32Array.from(counts.flat()), Uint32Array.from(all), Uint32Array.from(all)];
}

/** What was asked about, so that the answer tells whose voxels it is about. */
function shown(...codes: number[]): ShownAnswer {
  const geometry = { shape: [codes.length, 1, 1], spacingMm: [1, 1, 1], affine: [] };
  return {
    key: 'a\nunet',
    basis: codes.join(),
    codes: Uint8Array.from(codes),
    pairs: allPairs([0, 1]),
    values: [0, 1],
    starts: {},
    slices: slicesOf(codes),
    geometry,
  } as never;
}

beforeEach(async () => {
  run.mockReset();
  run.mockImplementation((_, { part }) => ({ components: [...part.codes] }));
  useCohortStore.setState({ ...emptyCohort, scheme: presetById('brats-2023').scheme });
  useShownAnswerStore.setState({ answer: null });
  await structureErrors.follow();
});

test('a case whose axes were turned has the errors of its voxels now, not of those before', async () => {
  useShownAnswerStore.setState({ answer: shown(1, 0) });
  await structureErrors.follow();
  useShownAnswerStore.setState({ answer: shown(0, 1) });
  expect((await structureErrors.follow())?.components).toEqual([0, 1]);
  expect(useErrorsStore.getState().errors?.components).toEqual([0, 1]);
});

test('the same voxels are not searched twice', async () => {
  const answer = shown(1, 0);
  useShownAnswerStore.setState({ answer });
  await structureErrors.follow();
  useShownAnswerStore.setState({ answer: null });
  await structureErrors.follow();
  useShownAnswerStore.setState({ answer });
  await structureErrors.follow();
  expect(run).toHaveBeenCalledTimes(1);
});

test('no list is shown beside voxels that it was not made from', async () => {
  useShownAnswerStore.setState({ answer: shown(1, 0) });
  await structureErrors.follow();
  expect(shownErrors().errors?.components).toEqual([1, 0]);
  useShownAnswerStore.setState({ answer: shown(0, 1) });
  expect(shownErrors().errors).toBeNull();
  useShownAnswerStore.setState({ answer: null });
  expect(shownErrors().errors).toBeNull();
});
