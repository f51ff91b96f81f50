import type { Cause } from './errorCause';
import type { Pair, Structure } from './labelScheme';

/** The planes of a pane: one of them, all three with 3D, or 3D alone. */
export type SliceLayout = 'axial' | 'coronal' | 'sagittal' | 'multiplanar' | 'render';

export const sliceLayouts: readonly SliceLayout[] = ['axial', 'coronal', 'sagittal', 'multiplanar', 'render'];

export type Side = 'reference' | 'prediction';

/** What a pane shows of a pair volume; each is one colour table over the same voxels. */
export type View =
  | { kind: 'reference' }
  | { kind: 'prediction' }
  /** The prediction's labels as painting its regions gives them back; differs when the scheme cannot rebuild. */
  | { kind: 'rebuilt' }
  /** Nested regions as tints, each voxel in the hue of the innermost one. */
  | { kind: 'regions'; of: Side }
  | { kind: 'structure'; of: Side; structure: Structure }
  /** Hit, missed and extra voxels of one structure. */
  | { kind: 'errors'; structure: Structure }
  /** Shared, child and relieved errors of one pair (metrics.md §5), or one of them alone. */
  | { kind: 'causes'; pair: Pair; only: Cause | null }
  /** Which label was taken for which. */
  | { kind: 'confusion' }
  /** Where the saved map is not what its regions paint; the pairs are (painted, saved) labels. */
  | { kind: 'differences' }
  /** Children outside their parents; the codes hold one bit per region, in declared order. */
  | { kind: 'nesting'; violations: NestedRegions[] }
  /** One region's probability; the codes count the 256ths below it, the threshold is such a count. */
  | { kind: 'heat'; thresholdStep: number }
  /** Which of two models is right about a structure; the codes are those of structureBits. */
  | { kind: 'models'; structure: Structure; models: [string, string] };

/** Places of two regions in the scheme, the child's labels among the parent's. */
export interface NestedRegions {
  parent: number;
  child: number;
}

/** Views whose codes say something of the raw regions, of two models, and those whose codes are pairs of labels. */
export type RegionView = Extract<View, { kind: 'nesting' | 'heat' }>;
export type ModelsView = Extract<View, { kind: 'models' }>;
export type PairView = Exclude<View, RegionView | ModelsView>;

export type ViewKind = View['kind'];

/** The views that need nothing but the two label maps. */
export const pairViewKinds: readonly ViewKind[] = [
  'reference',
  'prediction',
  'rebuilt',
  'regions',
  'structure',
  'errors',
  'causes',
  'confusion',
];

export const viewKinds: readonly ViewKind[] = [...pairViewKinds, 'models', 'differences', 'nesting', 'heat'];

/** Whether a view shows the prediction as another threshold (256ths; null for the saved map) would paint it. */
export function isRepainted(kind: ViewKind, thresholdStep: number | null): boolean {
  return thresholdStep !== null && kind !== 'reference' && pairViewKinds.includes(kind);
}
