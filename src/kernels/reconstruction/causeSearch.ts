import type { LabelScheme } from '../../domain/labelScheme';
import type { ReconstructionCause } from '../../domain/reconstruction';
import type { Confusion } from '../../domain/results';
import type { RegionCodes } from './regionCodes';

/** Everything that the search for a cause looks at; voxels x fastest. */
export interface CauseSearch {
  scheme: LabelScheme;
  shape: readonly [number, number, number];
  codes: RegionCodes;
  painted: Uint8Array | Uint16Array;
  saved: Uint8Array | Uint16Array;
  /** Rows codes, columns saved labels. */
  codeTable: Confusion;
  /** Rows painted labels, columns saved labels. */
  paintedTable: Confusion;
  /** Null where only masks were saved. */
  probabilities: readonly (Float32Array | Float64Array)[] | null;
}

/** A cause with the number of voxels that still differ when it is assumed. */
export interface Candidate {
  cause: ReconstructionCause;
  differingVoxels: number;
}
