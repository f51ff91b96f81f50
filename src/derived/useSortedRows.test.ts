import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byName, inOrder, placesOf } from './useSortedRows';

test('names are sorted by the numbers in them, and numbers by their size', () => {
  const sorted = (texts: string[]) => texts.toSorted(byName);
  expect(sorted(['case_10', 'case_2', 'case_1'])).toEqual(['case_1', 'case_2', 'case_10']);
  expect(sorted(['12.5', '-1', '0.25', '3', '-10', '0.125', '0.5', '12.25'])).toEqual([
    '-10',
    '-1',
    '0.125',
    '0.25',
    '0.5',
    '3',
    '12.25',
    '12.5',
  ]);
});

test('rows stand by the first column, equal ones by the next and then as they came; what is missing stands last', () => {
  const row = fc.record({
    word: fc.constantFrom('', 'case_2', 'case_10', '7', '7.0', '12'),
    number: fc.constantFrom(Number.NaN, -1, 0, 0.5, Number.POSITIVE_INFINITY),
  });
  fc.assert(
    fc.property(fc.array(row), fc.boolean(), fc.boolean(), (rows, isWordDescending, isNumberDescending) => {
      const items = rows.map((item, place) => ({ ...item, place }));
      const sorted = inOrder(items, [
        { values: placesOf(rows.map(({ word }) => word)), isDescending: isWordDescending },
        { values: rows.map(({ number }) => number), isDescending: isNumberDescending },
      ]);
      expect(sorted.map(({ place }) => place).toSorted((one, other) => one - other)).toEqual([
        ...rows.keys(),
      ]);
      for (const [index, after] of sorted.slice(1).entries()) {
        const before = sorted[index];
        const difference = directed(
          before.word === '',
          after.word === '',
          isWordDescending,
          byName(before.word, after.word),
        );
        const ofNumbers = directed(
          Number.isNaN(before.number),
          Number.isNaN(after.number),
          isNumberDescending,
          before.number === after.number ? 0 : before.number - after.number,
        );
        expect(difference || ofNumbers || before.place - after.place).toBeLessThan(0);
      }
    }),
  );
});

function directed(isFirstMissing: boolean, isSecondMissing: boolean, isDescending: boolean, rises: number) {
  if (isFirstMissing || isSecondMissing) return Number(isFirstMissing) - Number(isSecondMissing);
  return isDescending ? -rises : rises;
}
