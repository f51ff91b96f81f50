import { chosenStructure } from '../domain/chosenStructure';
import type { Cause } from '../domain/errorCause';
import { isToldApart } from '../domain/indistinct';
import { type LabelScheme, pairsOf, type Structure, structureKey } from '../domain/labelScheme';
import { nestedPairs } from '../domain/nestedRegions';
import type { View, ViewKind } from '../domain/view';

/**
 * The view of a kind for the chosen structure; causes need a pair, so the nearest one is taken. The prediction where
 * a mask that the view needs was left out: its colours would be those of other voxels. `indistinct`: of the pair.
 */
export function viewOf(
  kind: ViewKind,
  scheme: LabelScheme,
  key: string | null,
  only: Cause | null,
  thresholdStep: number,
  models: [string, string],
  indistinct: readonly number[][] = [],
): View {
  const ofKnown = (view: View, ...needed: Structure[]): View =>
    needed.every(({ labels }) => isToldApart(labels, indistinct)) ? view : { kind: 'prediction' };
  const structure = chosenStructure(scheme, key);
  switch (kind) {
    case 'regions':
      return { kind, of: 'prediction' };
    case 'structure':
      return ofKnown({ kind, of: 'prediction', structure }, structure);
    case 'errors':
      return ofKnown({ kind, structure }, structure);
    case 'causes': {
      const pairs = pairsOf(scheme);
      const pair =
        pairs.find(({ region, label }) => [region, label].some((item) => structureKey(item) === key)) ??
        pairs[0];
      return pair
        ? ofKnown({ kind, pair, only }, pair.region, pair.label)
        : ofKnown({ kind: 'errors', structure }, structure);
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
