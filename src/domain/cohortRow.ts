import { type Annotation, marksOut } from './annotation';
import type { VerdictState } from './caseReconstruction';
import type { Problem } from './errors';
import type { CaseScores, Counts } from './results';

/** One case of one model with what was computed of it. */
export interface ScoredRow {
  /** resultKey(caseId, model) */
  key: string;
  caseId: string;
  model: string;
  /** null while the pair waits or after it failed. */
  scores: CaseScores | null;
  /** Why it could not be scored. */
  problem: Problem | null;
  /** Whether its label map is what its regions say. */
  verdict: VerdictState;
}

/** A row of the cohort's table: with what a person said of its case. */
export interface CohortRow extends ScoredRow {
  annotation: Annotation;
  attributes: Record<string, string>;
}

export type EmptyState = 'both-empty' | 'missed' | 'hallucinated';

/** null where reference and prediction both hold the structure. */
export function emptyStateOf({ tp, fp, fn }: Counts): EmptyState | null {
  if (tp + fp + fn === 0) return 'both-empty';
  if (tp + fp === 0) return 'missed';
  return tp + fn === 0 ? 'hallucinated' : null;
}

export function isExcluded(row: CohortRow): boolean {
  return marksOut(row.annotation);
}

/** The ids of the excluded cases among the rows, each once. */
export function excludedCases(rows: readonly CohortRow[]): string[] {
  return [...new Set(rows.filter(isExcluded).map(({ caseId }) => caseId))];
}
