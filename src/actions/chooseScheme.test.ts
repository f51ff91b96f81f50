// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { answerKey, type Prediction } from '../domain/cohort';
import { paintKey } from '../domain/labelScheme';
import { presets } from '../domain/presets';
import type { AnswerResult } from '../domain/results';
import { emptyCohort, useCohortStore } from '../stores/cohortStore';
import { useResultsStore } from '../stores/resultsStore';
import { chooseScheme } from './chooseScheme';
import { reportProgress } from './reportProgress';
import { startWork } from './work';

test('what the scheme of before painted is forgotten, also what was ready and not published yet', async () => {
  const predictions = [{ model: 'unet', raw: { kind: 'probabilities' as const, path: 'a.npz' } }];
  useCohortStore.setState({
    ...emptyCohort,
    cohort: {
      name: '',
      models: ['unet'],
      scheme: null,
      unclaimed: [],
      cases: [{ id: 'a', images: [], predictions }],
    },
    scheme: presets[0].scheme,
  });
  const signal = startWork();
  const scoring = reportProgress<AnswerResult>(
    {
      task: 'scoring',
      total: 1,
      signal,
      publish: ([result]) => useResultsStore.setState({ results: { [answerKey('a', 'unet')]: result } }),
    },
    async ({ add }) => {
      add({ caseId: 'a', model: 'unet' } as AnswerResult);
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    },
  );
  chooseScheme(presets[1].scheme);
  await scoring;
  expect(useResultsStore.getState().results).toEqual({});
});

test('scores without files stay under another scheme, and what is painted alike is not painted again', () => {
  const result = { caseId: 'a', model: 'unet', paintKey: paintKey(presets[0].scheme) } as AnswerResult;
  const open = (prediction: Prediction) => {
    useCohortStore.setState({
      ...emptyCohort,
      scheme: presets[0].scheme,
      cohort: {
        ...{ name: '', models: ['unet'], scheme: null, unclaimed: [] },
        cases: [{ id: 'a', images: [], predictions: [prediction] }],
      },
    });
    useResultsStore.setState({ results: { [answerKey('a', 'unet')]: result } });
  };
  const kept = () => Object.values(useResultsStore.getState().results);
  open({ model: 'unet' });
  chooseScheme(presets[1].scheme);
  expect(kept()).toEqual([result]);

  const raw = { kind: 'probabilities' as const, path: 'a.npz' };
  open({ model: 'unet', raw });
  const recolored = presets[0].scheme.labels.map((label) => ({ ...label, color: '#112233' }));
  chooseScheme({ ...presets[0].scheme, labels: recolored });
  expect(kept()).toEqual([result]);
  chooseScheme(presets[1].scheme);
  expect(kept()).toEqual([]);
});
