// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { resultKey } from '../domain/cohort';
import { presets } from '../domain/presets';
import type { PairResult } from '../domain/results';
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
  const scoring = reportProgress<PairResult>(
    {
      task: 'scoring',
      total: 1,
      signal,
      publish: ([result]) => useResultsStore.setState({ results: { [resultKey('a', 'unet')]: result } }),
    },
    async ({ add }) => {
      add({ caseId: 'a', model: 'unet' } as PairResult);
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    },
  );
  chooseScheme(presets[1].scheme);
  await scoring;
  expect(useResultsStore.getState().results).toEqual({});
});
