import { chosenStructure } from '../../domain/chosenStructure';
import type { Cause } from '../../domain/errorCause';
import { isToldApart } from '../../domain/indistinct';
import { type LabelScheme, pairsOf, type Structure, structureKey } from '../../domain/labelScheme';
import type { View, ViewKind } from '../../domain/view';
import { nestedPairs } from '../../kernels/reconstruction/nestedRegions';

/** nnU-Net's 0.5 in 256ths. */
export const defaultStep = 128;

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
  const view = wishedView(kind, scheme, key, only, thresholdStep, models);
  return shownStructures(view).every(({ labels }) => isToldApart(labels, indistinct))
    ? view
    : { kind: 'prediction' };
}

function shownStructures(view: View): Structure[] {
  if (view.kind === 'structure' || view.kind === 'errors') return [view.structure];
  return view.kind === 'causes' ? [view.pair.region, view.pair.label] : [];
}

function wishedView(
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
