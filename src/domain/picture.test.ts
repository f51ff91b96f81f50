import { expect, test } from 'vitest';
import type { Cohort } from './cohort';
import { missingOf } from './picture';

const cohort: Cohort = {
  name: '',
  models: ['unet'],
  scheme: null,
  unclaimed: [],
  cases: [{ id: 'one', images: [], predictions: [{ model: 'unet' }] }],
};

test('tells a case that is not there from a model that has no prediction of it', () => {
  expect(missingOf({ caseId: 'one', model: 'unet' }, cohort)).toBeNull();
  expect(missingOf({ caseId: 'one', model: 'other' }, cohort)).toBe('model');
  expect(missingOf({ caseId: 'two', model: 'unet' }, cohort)).toBe('case');
  expect(missingOf({ caseId: 'one', model: 'unet' }, null)).toBe('case');
});
