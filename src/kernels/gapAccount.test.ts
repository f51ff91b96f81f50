import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorCause } from '../domain/errorCause';
import type { Pair } from '../domain/labelScheme';
import { hasSampleCases, sampleFigures, sampleLabelMap, samplePaths, sampleStructures } from '../sampleCases';
import { gapAccount } from './gapAccount';
import { jointHistogram } from './jointHistogram';

function pairOf(regionLabels: number[], label: number): Pair {
  return {
    region: { kind: 'region', name: 'region', labels: regionLabels },
    label: { kind: 'label', name: 'label', labels: [label] },
  };
}

describe('the account of the gap', () => {
  it('names the cause of every kind of disagreement', () => {
    const pair = pairOf([1, 2, 3], 3);
    expect(errorCause(pair, 3, 3)).toBe('none');
    expect(errorCause(pair, 1, 2)).toBe('none');
    expect(errorCause(pair, 3, 0)).toBe('shared');
    expect(errorCause(pair, 3, 1)).toBe('child');
    expect(errorCause(pair, 0, 1)).toBe('relieved');
  });

  it('sums to the gap on any two maps, with a volume effect that is never negative', () => {
    const labels = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(labels, labels, fc.constantFrom(null, 2), (reference, prediction, ignoreLabel) => {
        const confusion = jointHistogram(Uint8Array.from(reference), Uint8Array.from(prediction));
        const account = gapAccount(confusion, pairOf([1, 2, 3], 3), ignoreLabel);
        if (Number.isNaN(account.gap)) return;
        const sum = account.volumeEffect + account.accumulatedError - account.relief;
        expect(Math.abs(sum - account.gap)).toBeLessThanOrEqual(1e-12);
        expect(account.volumeEffect).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('has no parts where the label is in neither map', () => {
    const confusion = jointHistogram(Uint8Array.of(0, 1, 1), Uint8Array.of(0, 1, 0));
    const account = gapAccount(confusion, pairOf([1, 2], 2), null);
    expect(account.volumeEffect).toBeNaN();
    expect(account.accumulatedError).toBeNaN();
    expect(account.relief).toBeNaN();
    expect(account.gap).toBeNaN();
  });
});

describe.skipIf(!hasSampleCases)('the gaps of the sample cases (skipped without ../shared)', () => {
  it.each(sampleFigures())('have the reference parts and sum to the gap: $case, $model', async (figures) => {
    const paths = samplePaths(figures);
    const [reference, prediction] = await Promise.all([
      sampleLabelMap(paths.reference),
      sampleLabelMap(paths.prediction),
    ]);
    const confusion = jointHistogram(reference.voxels, prediction.voxels);
    expect(Object.keys(figures.gap)).toEqual(['WT->ED', 'TC->NCR', 'ET->ET']);
    for (const expected of Object.values(figures.gap)) {
      const pair = pairOf(sampleStructures[expected.region], sampleStructures[expected.label][0]);
      const account = gapAccount(confusion, pair, null);
      expect(account).toMatchObject({
        sharedVoxels: expected.shared_error_voxels,
        childVoxels: expected.child_error_voxels,
        relievedVoxels: expected.relieved_error_voxels,
      });
      const parts: [number, number][] = [
        [account.regionDice, expected.region_dice],
        [account.labelDice, expected.label_dice],
        [account.volumeEffect, expected.volume_effect],
        [account.accumulatedError, expected.accumulated_child_error],
        [account.relief, expected.relief],
        [account.volumeEffect + account.accumulatedError - account.relief, account.gap],
      ];
      for (const [value, figure] of parts) expect(Math.abs(value - figure)).toBeLessThanOrEqual(1e-12);
    }
  });
});
