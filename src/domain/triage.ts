import type { Problem } from './errors';
import type { Dimensions } from './geometry';
import type { Pair, Structure } from './labelScheme';

/** Why a case deserves a look, as facts; i18n/surpriseSentence.ts words them. */
export type SurpriseReason =
  | { kind: 'failed'; model: string; problem: Problem }
  | { kind: 'geometry'; model: string; count: number }
  /** The saved label map is not what its regions paint, and no known cause accounts for it. */
  | { kind: 'unexplained-map'; model: string }
  /** The score lies far below what a structure of this volume has at the cohort's usual accuracy. */
  | {
      kind: 'below-volume';
      model: string;
      structure: Structure;
      dice: number;
      expectedDice: number;
      size: number;
      dimensions: Dimensions;
    }
  | { kind: 'hallucinated'; model: string; structure: Structure; size: number; dimensions: Dimensions }
  /** A large gap of which size and shape explain only a part. */
  | { kind: 'unexplained-gap'; model: string; pair: Pair; gap: number; accuracyPart: number }
  | {
      kind: 'models-disagree';
      structure: Structure;
      better: string;
      worse: string;
      betterDice: number;
      worseDice: number;
    };

export interface WeighedReason {
  reason: SurpriseReason;
  /** In units of Dice, so that reasons can be ranked against each other. */
  weight: number;
}

/** A case that stands out, with its reasons, the weightiest first. */
export interface Surprise {
  caseId: string;
  reasons: WeighedReason[];
}
