// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { CaseMeasures } from '../domain/measures';
import type { RatingStudy } from '../domain/rating';
import type { AnswerResult } from '../domain/results';
import { recogniseCohort } from '../io/recogniseCohort';
import { useAnswersStore } from '../stores/answersStore';
import { useCohortStore } from '../stores/cohortStore';
import { emptyCohortView, useCohortViewStore } from '../stores/cohortViewStore';
import { useRatingStore } from '../stores/ratingStore';
import { useViewStore } from '../stores/viewStore';
import { handInWorkers } from './pool';
import { recognitionFacts, renameModel, undoEdit } from './reviewRoles';
import { idleWorker } from './testWorkers';

handInWorkers(idleWorker);

const paths = ['labelsTr/a.nii.gz', 'predictions_unet/a.nii.gz', 'predictions_seg/a.nii.gz'];

function kept() {
  const { filter, brushed, selected, firstModel } = useCohortViewStore.getState();
  const { study, ratings } = useRatingStore.getState();
  return {
    answers: Object.entries(useAnswersStore.getState().answers).map(([key, { result, measures }]) => [
      key,
      result?.model,
      measures !== undefined,
    ]),
    turned: useCohortStore.getState().turnedByHeader,
    view: [filter.model, brushed, selected, firstModel, useViewStore.getState().model],
    rating: [study?.items, Object.keys(ratings)],
  };
}

test('a model that is named anew keeps its scores, its turned axes, its ratings and its place on screen', () => {
  const files = new Map(paths.map((path) => [path, new File(['voxels'], path, { lastModified: 1000 })]));
  const recognition = recogniseCohort(
    paths.map((path) => ({ path, size: 6 })),
    new Map(),
  );
  useCohortStore.setState({ ...recognitionFacts(recognition), files, turnedByHeader: ['a\nunet'] });
  const facts = (file: string) => ({ file, bytes: 6, modified: 1000 });
  const result = (model: string) =>
    ({
      caseId: 'a',
      model,
      reference: facts(paths[0]),
      prediction: facts(`predictions_${model}/a.nii.gz`),
    }) as AnswerResult;
  useAnswersStore.setState({
    answers: {
      'a\nunet': { result: result('unet'), measures: {} as CaseMeasures },
      'a\nseg': { result: result('seg') },
    },
  });
  const study = { items: [{ caseId: 'a', model: 'unet' }] } as unknown as RatingStudy;
  useRatingStore.setState({ study, ratings: { 'a\nunet': { step: 4, text: '', isBlinded: true } } });
  useViewStore.setState({ model: 'unet' });
  useCohortViewStore.setState({
    filter: { ...emptyCohortView.filter, model: 'unet' },
    ...{ brushed: ['a\nunet'], selected: 'a\nseg', firstModel: 'unet' },
  });
  const before = kept();

  renameModel('unet', 'Our net');
  expect(kept()).toEqual({
    answers: [
      ['a\nOur net', 'Our net', true],
      ['a\nseg', 'seg', false],
    ],
    turned: ['a\nOur net'],
    view: ['Our net', ['a\nOur net'], 'a\nseg', 'Our net', 'Our net'],
    rating: [[{ caseId: 'a', model: 'Our net' }], ['a\nOur net']],
  });
  undoEdit();
  expect(kept()).toEqual(before);
});
