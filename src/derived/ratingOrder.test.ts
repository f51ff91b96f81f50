import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RatedItem } from '../domain/rating';
import { drawCases, ratingOrder } from './ratingOrder';

function itemsOf(cases: number, models: number): RatedItem[] {
  return Array.from({ length: cases * models }, (_, index) => ({
    caseId: `case ${Math.floor(index / models)}`,
    model: `model ${index % models}`,
  }));
}

const textOf = ({ caseId, model }: RatedItem) => `${caseId} ${model}`;
const counts = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 4 }), fc.nat());

test('every item is rated once, the same case never twice in a row', () => {
  fc.assert(
    fc.property(counts, ([cases, models, seed]) => {
      const order = ratingOrder(itemsOf(cases, models), seed);
      expect(order.map(textOf).sort()).toEqual(itemsOf(cases, models).map(textOf).sort());
      if (cases < 2) return;
      order.slice(1).forEach((item, index) => {
        expect(item.caseId).not.toBe(order[index].caseId);
      });
    }),
  );
});

test('the same seed gives the same order, whatever the order of the items was', () => {
  const items = itemsOf(12, 2);
  expect(ratingOrder(items.toReversed(), 7)).toEqual(ratingOrder(items, 7));
  expect(ratingOrder(items, 8)).not.toEqual(ratingOrder(items, 7));
});

test('no model comes first more often than chance allows', () => {
  const first = Array.from({ length: 400 }, (_, seed) => ratingOrder(itemsOf(6, 2), seed)[0].model);
  const share = first.filter((model) => model === 'model 0').length / first.length;
  expect(share).toBeGreaterThan(0.4);
  expect(share).toBeLessThan(0.6);
});

test('cases are drawn without repetition, the same for the same seed', () => {
  const ids = itemsOf(20, 2).map(({ caseId }) => caseId);
  const drawn = drawCases(ids, 5, 3);
  expect(new Set(drawn).size).toBe(5);
  expect(drawCases(ids.toReversed(), 5, 3)).toEqual(drawn);
  expect(drawCases(ids, 99, 3)).toHaveLength(20);
});
