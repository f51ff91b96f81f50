import { describe, expect, it } from 'vitest';
import { presetById } from '../../domain/presets';
import { demoCase, demoCohort, wrongClassOrder } from '../demoCase';
import { jointHistogram } from '../jointHistogram';
import { labelMixUp } from './labelMixUp';
import { verifyReconstruction } from './verifyReconstruction';

const { scheme } = presetById('nnunet-brats');

function verdictOf(index: number) {
  const { geometry, predictions, reference } = demoCase(1, index);
  const [{ probabilities = [], labelMap }] = predictions;
  const raw = { kind: 'probabilities' as const, probabilities, threshold: 0.5 };
  return {
    result: verifyReconstruction(raw, labelMap, scheme, geometry.shape),
    confusion: jointHistogram(reference, labelMap),
  };
}

describe('the demo', () => {
  it('has a case that repaints identically and gives no suspicion', () => {
    const { result, confusion } = verdictOf(0);
    expect(result.verdict).toBe('identical');
    expect(labelMixUp([confusion], null)).toBeNull();
  });

  it('has a case whose wrong class order is found from the regions, and suspected from the table alone', () => {
    const index = demoCohort().findIndex(({ role }) => role === 'wrong-order');
    const { result, confusion } = verdictOf(index);
    expect(result).toMatchObject({
      verdict: 'explained',
      causes: [{ cause: { kind: 'class-order', regionsClassOrder: wrongClassOrder }, explainedShare: 1 }],
    });
    expect(labelMixUp([confusion], null)?.renamed).toEqual([
      { from: 1, to: 2 },
      { from: 2, to: 1 },
    ]);
  });
});
