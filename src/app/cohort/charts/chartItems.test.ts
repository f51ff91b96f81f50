import { describe, expect, test } from 'vitest';
import { coreRow, rimAndCore } from '../../../derived/testRows';
import { ballDiceAtShift } from '../../../domain/equalShift';
import { pairsOf, structuresOf } from '../../../domain/labelScheme';
import { equalShiftCurve, overlapOf, sizeItems, slopeItems, spreadAt, stepsUpTo } from './chartItems';

const rows = [
  coreRow('one', 'first', { hits: 80 }),
  coreRow('two', 'second', { hits: 40 }),
  coreRow('none', 'first', { size: 0 }),
];
const core = structuresOf(rimAndCore)[3];
const [whole] = pairsOf(rimAndCore);
const seriesOf = ({ model }: { model: string }) => (model === 'first' ? 0 : 1);
const values = rows.map((row) => ({ row, value: overlapOf(row, core)?.dice ?? Number.NaN }));

describe('charts of a cohort', () => {
  test('draw a slope from the Dice of the region to that of its label', () => {
    const items = slopeItems(rows, whole, seriesOf);
    const [, two] = items;
    const scores = rows[1].scores!.pairs[0];
    expect(two).toMatchObject({ key: 'two\nsecond', series: 1 });
    expect(two.places).toEqual([
      [0, scores.region.dice],
      [1, scores.label.dice],
    ]);
    expect(two.title()).toContain('two · second');
  });

  test('leave out rows without a volume or a number', () => {
    const items = sizeItems(
      rows,
      seriesOf,
      3,
      (row) => {
        const overlap = overlapOf(row, core);
        return overlap && { overlap, value: overlap.dice };
      },
      String,
    );
    expect(items.map(({ key }) => key)).toEqual(['one\nfirst', 'two\nsecond']);
    expect(items[0].places[0][0]).toBeCloseTo(0.1, 12);
  });

  test('draw the curve of equal shift from end to end of the axis, none without a shift', () => {
    const curve = equalShiftCurve([0.1, 100], 0.7, 3)!;
    expect(curve.places[0]).toEqual([0.1, ballDiceAtShift(0.1, 0.7, 3)]);
    expect(curve.places[curve.places.length - 1][0]).toBeCloseTo(100, 9);
    expect(equalShiftCurve([0.1, 100], Number.NaN, 3)).toBeNull();
  });

  test('box only what counts, though every point is drawn', () => {
    const { items, boxes } = spreadAt(
      { x: 2, halfWidth: 0.1, series: 0 },
      values,
      (row) => row.caseId === 'one',
      (value) => value.toFixed(1),
    );
    expect(items[0].title()).toMatch(/ · 0\.\d$/);
    expect(items).toHaveLength(2);
    expect(items.every(({ places: [[x]] }) => Math.abs(x - 2) <= 0.1)).toBe(true);
    expect(boxes).toMatchObject([{ x: 2, median: 160 / 180, minimum: 160 / 180, count: 1 }]);
    expect(spreadAt({ x: 2, halfWidth: 0.1, series: 0 }, values, () => false, String).boxes).toEqual([]);
  });

  test('climb by one share per case from 0 to 1', () => {
    const { items, curve } = stepsUpTo(values, 0, 'red', false);
    expect(items.map(({ places: [[, y]] }) => y)).toEqual([0.5, 1]);
    expect(curve.places[0]).toEqual([0, 0]);
    expect(curve.places[curve.places.length - 1]).toEqual([1, 1]);
  });
});
