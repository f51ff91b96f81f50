import type { VerdictState } from './caseReconstruction';
import type { EmptyState } from './cohortRow';

/** From and to, both inclusive; null leaves that end open. */
export interface ValueRange {
  min: number | null;
  max: number | null;
}

export type RowCondition = EmptyState | 'failed' | 'warnings' | 'marked';

/** What a row must be to be shown; each part that is set must hold. */
export interface RowFilter {
  /** Part of the case, model, note or an attribute. */
  text: string;
  model: string | null;
  condition: RowCondition | null;
  /** Missing in sessions of before. */
  verdict?: VerdictState | null;
  /** By column id; a row without that number is left out. */
  ranges: Record<string, ValueRange>;
  /** By attribute column. */
  attributes: Record<string, string>;
}

export const emptyFilter: RowFilter = {
  text: '',
  model: null,
  condition: null,
  verdict: null,
  ranges: {},
  attributes: {},
};

export function isFilterEmpty({ text, model, condition, verdict, ranges, attributes }: RowFilter): boolean {
  const parts = Object.keys(ranges).length + Object.keys(attributes).length;
  return text.trim() === '' && model === null && condition === null && !verdict && parts === 0;
}
