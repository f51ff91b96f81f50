// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { RatingStudy } from '../domain/rating';
import { emptyCohort, useCohortStore } from '../stores/cohortStore';
import { useRatingStore } from '../stores/ratingStore';
import { useShownAnswerStore } from '../stores/shownAnswerStore';
import { useViewStore } from '../stores/viewStore';
import { handInWorkers } from './pool';
import {
  clearRating,
  commentItem,
  goToItem,
  leaveRating,
  nextUnrated,
  rateItem,
  revealModels,
  startRating,
  stepItem,
} from './rate';
import { followScreen } from './screen/followScreen';
import { workerThat } from './testWorkers';

handInWorkers(
  workerThat(() => ({
    codes: new Uint8Array(8),
    pairs: [[0, 0]],
    values: [0],
    geometry: { shape: [2, 2, 2] },
  })),
);

const study: RatingStudy = {
  seed: 3,
  items: ['one', 'two', 'three'].map((caseId) => ({ caseId, model: 'unet' })),
  scale: 'five',
  drawing: 'outline',
  isReferenceShown: false,
};

/** Waits until the item on screen is read. */
async function shown(): Promise<void> {
  const { study, place } = useRatingStore.getState();
  const key = study && `${study.items[place].caseId}\nunet`;
  await vi.waitFor(() => expect(useShownAnswerStore.getState().answer?.key).toBe(key));
}

followScreen();

const ratings = () => useRatingStore.getState().ratings;

beforeEach(async () => {
  useRatingStore.setState(useRatingStore.getInitialState(), true);
  const cases = study.items.map(({ caseId }) => ({
    id: caseId,
    images: [],
    predictions: [{ model: 'unet' }],
  }));
  useCohortStore.setState({
    ...emptyCohort,
    cohort: { name: '', cases, models: ['unet'], scheme: null, unclaimed: [] },
  });
  startRating(study);
  await shown();
});

describe('rating', () => {
  test('keeps case and model out of the selection that the address is made of', () => {
    expect(useViewStore.getState()).toMatchObject({ screen: 'rate', caseId: null, model: null });
    expect(useShownAnswerStore.getState().answer?.key).toBe('one\nunet');
  });

  test('goes to the item on screen, with its words, and stays on the scale', async () => {
    rateItem(4);
    commentItem('rim too wide');
    rateItem(6);
    rateItem(0);
    stepItem(1);
    await shown();
    rateItem(2);
    expect(ratings()).toEqual({
      'one\nunet': { step: 4, text: 'rim too wide', isBlinded: true },
      'two\nunet': { step: 2, text: '', isBlinded: true },
    });
  });

  test('nothing is rated before it is seen', async () => {
    stepItem(1);
    rateItem(5);
    expect(ratings()).toEqual({});
    await shown();
  });

  test('stays at both ends, and finds what is not rated yet', async () => {
    stepItem(-1);
    expect(useRatingStore.getState().place).toBe(0);
    rateItem(3);
    goToItem(2);
    await shown();
    rateItem(1);
    nextUnrated();
    expect(useRatingStore.getState().place).toBe(1);
    await shown();
    rateItem(5);
    nextUnrated();
    expect(useRatingStore.getState().place).toBe(1);
  });

  test('what is rated once the models are known is marked, what was rated before stays blinded', async () => {
    rateItem(3);
    revealModels();
    commentItem('a word more');
    stepItem(1);
    await shown();
    rateItem(4);
    expect(ratings()['one\nunet']).toEqual({ step: 3, text: 'a word more', isBlinded: true });
    expect(ratings()['two\nunet'].isBlinded).toBe(false);
  });

  test('can be left and is there again, until it is cleared', () => {
    rateItem(3);
    leaveRating();
    expect(useViewStore.getState().screen).toBe('cohort');
    expect(Object.keys(ratings())).toHaveLength(1);
    clearRating();
    expect(useRatingStore.getState()).toMatchObject({ study: null, ratings: {} });
  });
});
