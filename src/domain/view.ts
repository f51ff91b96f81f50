import type { Pair, Structure } from './labelScheme';

type Side = 'reference' | 'prediction';

/** What a pane shows of a pair volume; each is one colour table over the same voxels. */
export type View =
  | { kind: 'reference' }
  | { kind: 'prediction' }
  /** Nested regions as tints, outermost first. */
  | { kind: 'regions'; of: Side }
  | { kind: 'structure'; of: Side; structure: Structure }
  /** Hit, missed and extra voxels of one structure. */
  | { kind: 'errors'; structure: Structure }
  /** Shared, child and relieved errors of one pair (METRICS.md §5). */
  | { kind: 'causes'; pair: Pair }
  /** Which label was taken for which. */
  | { kind: 'confusion' };

export type ViewKind = View['kind'];
