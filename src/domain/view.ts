import type { Cause } from './errorCause';
import type { Pair, Structure } from './labelScheme';

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
  /** Shared, child and relieved errors of one pair (METRICS.md §5), or one of them alone. */
  | { kind: 'causes'; pair: Pair; only: Cause | null }
  /** Which label was taken for which. */
  | { kind: 'confusion' };

export type ViewKind = View['kind'];
