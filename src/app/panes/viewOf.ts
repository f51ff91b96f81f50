import { chosenStructure } from '../../domain/chosenStructure';
import type { Cause } from '../../domain/errorCause';
import { type LabelScheme, pairsOf, structureKey } from '../../domain/labelScheme';
import type { View, ViewKind } from '../../domain/view';
import { nestedPairs } from '../../kernels/reconstruction/nestedRegions';

/** nnU-Net's 0.5 in 256ths. */
export const defaultStep = 128;

/** The view of a kind for the chosen structure; causes need a pair, so the nearest one is taken. */
export function viewOf(
  kind: ViewKind,
  scheme: LabelScheme,
  key: string | null,
  only: Cause | null,
  thresholdStep: number,
  models: [string, string],
): View {
  const structure = chosenStructure(scheme, key);
  switch (kind) {
    case 'regions':
      return { kind, of: 'prediction' };
    case 'structure':
      return { kind, of: 'prediction', structure };
    case 'errors':
      return { kind, structure };
    case 'causes': {
      const pairs = pairsOf(scheme);
      const pair = pairs.find(({ region, label }) =>
        [region, label].some((item) => structureKey(item) === key),
      );
      return pairs.length > 0 ? { kind, pair: pair ?? pairs[0], only } : { kind: 'errors', structure };
    }
    case 'models':
      return { kind, structure, models };
    case 'nesting':
      return { kind, violations: nestedPairs(scheme.regions) };
    case 'heat':
      return { kind, thresholdStep };
    default:
      return { kind };
  }
}
