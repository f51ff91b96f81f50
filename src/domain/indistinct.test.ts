import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indistinctValues, isToldApart, joinClasses } from './indistinct';

const sets = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 6 })), { minLength: 1, maxLength: 4 });

test('a structure is told apart where every known set tells each of its values from all others', () => {
  const withKnown = sets.chain((all) => fc.tuple(fc.constant(all), fc.array(fc.boolean(), { minLength: 4 })));
  const labels = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1 });
  fc.assert(
    fc.property(withKnown, labels, ([all, isKnown], structure) => {
      const values = [0, 1, 2, 3, 4, 5, 6].filter((value) => value === 0 || all.flat().includes(value));
      const isConfused = (one: number, other: number) => {
        const differs = (set: number[]) => set.includes(one) !== set.includes(other);
        return all.some(differs) && !all.some((set, place) => isKnown[place] && differs(set));
      };
      const classes = indistinctValues(all, isKnown);
      const inside = values.filter((value) => structure.includes(value));
      const outside = values.filter((value) => !structure.includes(value));
      if (inside.some((one) => outside.some((other) => isConfused(one, other)))) {
        expect(isToldApart(structure, classes)).toBe(false);
      }
      if (isKnown.slice(0, all.length).every(Boolean)) expect(classes).toEqual([]);
      for (const set of all.filter((_, place) => isKnown[place]))
        expect(isToldApart(set, classes)).toBe(true);
    }),
  );
});

test('of two maps, values are one that either does not tell apart', () => {
  expect(
    joinClasses(
      [[1, 2]],
      [
        [2, 3],
        [5, 6],
      ],
    ),
  ).toEqual([
    [1, 2, 3],
    [5, 6],
  ]);
  expect(joinClasses([[0, 4]], [])).toEqual([[0, 4]]);
});
