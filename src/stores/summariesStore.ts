import { create } from 'zustand';
import type { Problem } from '../domain/errors';
import type { Summary } from '../domain/nnunetSummary';

/** One of nnU-Net's own evaluations among the opened files, read or unreadable. */
export interface OpenedSummary {
  path: string;
  /** The file that was read: another one may have come in its place. */
  file: File;
  /** null where it lies beside no model's files. */
  model: string | null;
  summary: Summary | null;
  problem: Problem | null;
}

export const emptySummaries: { summaries: OpenedSummary[] } = { summaries: [] };

export const useSummariesStore = create(() => emptySummaries);
