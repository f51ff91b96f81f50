import { type Annotation, marksOut } from './annotation';
import type { VerdictState } from './caseReconstruction';
import type { Problem } from './errors';
import type { NoNumberReason } from './noNumber';
import type { CaseScores, Counts } from './results';

/** One case of one model with what was computed of it. */
export interface ScoredRow {
  /** answerKey(caseId, model) */
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

export type EmptyState = 'both-empty' | 'missed' | 'hallucinated' | 'left-out';

/** null where reference and prediction both hold the structure; 'left-out' where that is not known. */
export function emptyStateOf({ tp, fp, fn }: Counts): EmptyState | null {
  if (isLeftOut({ tp })) return 'left-out';
  if (tp + fp + fn === 0) return 'both-empty';
  if (tp + fp === 0) return 'missed';
  return tp + fn === 0 ? 'hallucinated' : null;
}

/** Why a ratio of these counts may not exist; null where reference and prediction both hold the structure. */
export function absenceOf(counts: Counts): NoNumberReason | null {
  const state = emptyStateOf(counts);
  if (state === 'missed') return 'prediction-empty';
  return state === 'hallucinated' ? 'reference-empty' : state;
}

/** Whether a mask that the structure needs was left out, so that nothing is known of it. */
export function isLeftOut({ tp }: Pick<Counts, 'tp'>): boolean {
  return Number.isNaN(tp);
}

export function isExcluded(row: CohortRow): boolean {
  return marksOut(row.annotation);
}

/** The ids of the excluded cases among the rows, each once. */
export function excludedCases(rows: readonly CohortRow[]): string[] {
  return [...new Set(rows.filter(isExcluded).map(({ caseId }) => caseId))];
}
