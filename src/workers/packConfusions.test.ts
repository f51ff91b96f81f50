import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packConfusions, unpackConfusions } from './packConfusions';

const confusion = fc.uniqueArray(fc.nat(30_000), { maxLength: 5 }).chain((labels) =>
  fc.record({
    labels: fc.constant(labels),
    counts: fc.array(fc.array(fc.maxSafeNat(), { minLength: labels.length, maxLength: labels.length }), {
      minLength: labels.length,
      maxLength: labels.length,
    }),
  }),
);

test('tables of any labels come out as they went in', () => {
  fc.assert(
    fc.property(fc.array(confusion), (confusions) => {
      expect(unpackConfusions(packConfusions(confusions))).toEqual(confusions);
    }),
  );
});
