// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { answerKey, type Prediction } from '../domain/cohort';
import { type LabelScheme, paintKey } from '../domain/labelScheme';
import { presets } from '../domain/presets';
import type { AnswerResult } from '../domain/results';
import { useAnswersStore } from '../stores/answersStore';
import { emptyCohort, useCohortStore } from '../stores/cohortStore';
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
      publish: ([result]) => useAnswersStore.setState({ answers: { [answerKey('a', 'unet')]: { result } } }),
    },
    async ({ add }) => {
      add({ caseId: 'a', model: 'unet' } as AnswerResult);
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    },
  );
  chooseScheme(presets[1].scheme);
  await scoring;
  expect(useAnswersStore.getState().answers).toEqual({});
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
    useAnswersStore.setState({ answers: { [answerKey('a', 'unet')]: { result } } });
  };
  const kept = () => Object.values(useAnswersStore.getState().answers).map((answer) => answer.result);
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

/** Raw regions may be masks or channels that have to be told apart: by names, or by what lies in what. */
test('everything of a scheme that painting raw regions looks at is in its key', () => {
  const { scheme } = presets[0];
  const [first, ...others] = scheme.regions;
  const [label, ...labels] = scheme.labels;
  const painting: Record<string, Partial<LabelScheme>> = {
    'the name of a region': { regions: [{ ...first, name: 'else' }, ...others] },
    // Regions that overlap are painted by the labels that they share; several channels go by how they nest.
    'the labels of a region': { regions: [{ ...first, labels: first.labels.slice(1) }, ...others] },
    'the order of regions': { regions: scheme.regions.toReversed() },
    'what regions paint': { regionsClassOrder: scheme.regionsClassOrder.toReversed() },
    'the name of a label': { labels: [{ ...label, name: 'else' }, ...labels] },
    'the value of a label': { labels: [{ ...label, value: 9 }, ...labels] },
  };
  for (const [what, change] of Object.entries(painting)) {
    expect(paintKey({ ...scheme, ...change }), what).not.toBe(paintKey(scheme));
  }
  const looks = { name: 'else', labels: [{ ...label, color: '#112233' }, ...labels], ignoreLabel: 7 };
  expect(paintKey({ ...scheme, ...looks })).toBe(paintKey(scheme));
});

test('regions that overlap are painted anew when one of them is given another label', () => {
  const raw = {
    kind: 'region-masks' as const,
    masks: ['left', 'right'].map((region) => ({ region, path: region })),
  };
  const regions = [
    { name: 'left', labels: [1, 2] },
    { name: 'right', labels: [2, 3] },
  ];
  const labels = [1, 2, 3, 4].map((value) => ({ value, name: `label ${value}` }));
  const scheme = { name: '', labels, regions, regionsClassOrder: [1, 3], ignoreLabel: null };
  useCohortStore.setState({
    ...emptyCohort,
    scheme,
    cohort: {
      ...{ name: '', models: ['unet'], scheme: null, unclaimed: [] },
      cases: [{ id: 'a', images: [], predictions: [{ model: 'unet', raw }] }],
    },
  });
  const result = { caseId: 'a', model: 'unet', paintKey: paintKey(scheme) } as AnswerResult;
  useAnswersStore.setState({ answers: { [answerKey('a', 'unet')]: { result } } });
  chooseScheme({ ...scheme, regions: [regions[0], { name: 'right', labels: [2, 4] }] });
  expect(useAnswersStore.getState().answers).toEqual({});
});
