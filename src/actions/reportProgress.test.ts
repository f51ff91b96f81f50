// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { useWorkStore } from '../stores/workStore';
import { pauseWork } from './pauseWork';
import { reportProgress } from './reportProgress';
import { cancelWork, startWork } from './work';

test('what was finished is published before cancelling returns, and nothing after it', async () => {
  const published: string[] = [];
  const signal = startWork();
  const working = reportProgress<string>(
    { task: 'scoring', total: 2, signal, publish: (items) => published.push(...items) },
    async ({ add }) => {
      add('finished');
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      add('too late');
      throw new DOMException('', 'AbortError');
    },
  );
  cancelWork();
  // Here whoever cancelled forgets what is stale.
  expect(published).toEqual(['finished']);
  await working;
  expect(published).toEqual(['finished']);
});

test('work that is held back stays so from stage to stage, until it is cancelled', () => {
  startWork();
  pauseWork();
  startWork();
  expect(useWorkStore.getState().isPaused).toBe(true);
  cancelWork();
  expect(useWorkStore.getState().isPaused).toBe(false);
});
