/** One lesion of the reference under a convention. */
export interface ConventionLesion {
  volumeMm3: number;
  isFound: boolean;
  /** It enters the lesion-wise means, a missed one as 0 and as the penalty. */
  isCounted: boolean;
  /** 0 and NaN for a missed one: the convention says what that counts. */
  dice: number;
  hd95Mm: number;
}

/** The numbers of one structure of a case under a convention, by the names of the table that the command line writes. */
export interface StructureUnderConvention {
  name: string;
  /** The values that make it in the person's own maps, ascending. */
  labels: number[];
  /** NaN where there is no number. */
  scores: Record<string, number>;
  lesions: ConventionLesion[];
  /** The volumes of predicted lesions that belong to none. */
  falsePositivesMm3: number[];
}

/** One case of one model under a convention. */
export interface CaseUnderConvention {
  convention: string;
  structures: StructureUnderConvention[];
}

/** τ as scores are named by it: the shortest decimal with a digit after the point. */
export function tauText(tauMm: number): string {
  return Number.isInteger(tauMm) ? tauMm.toFixed(1) : String(tauMm);
}
