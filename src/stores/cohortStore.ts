import { create } from 'zustand';
import type { Cohort, FileStamp } from '../domain/cohort';
import type { Problem } from '../domain/errors';
import { type History, startHistory } from '../domain/history';
import type { LabelScheme } from '../domain/labelScheme';
import { noOverrides, type Recognition, type RoleOverrides } from '../domain/recognition';

/** What was opened: the files by path, what they were recognised as, and what the labels mean. */
export interface CohortFacts {
  files: ReadonlyMap<string, File>;
  /** Files of the session that are not open again yet, by path: known by name, and none can be read. */
  closedFiles: ReadonlyMap<string, FileStamp>;
  /** Paths of the files that hold the voxels of a header, by the header's path (.img of .hdr, .raw of .mhd). */
  companions: ReadonlyMap<string, string>;
  cohort: Cohort | null;
  /** What the files were taken for, as corrected; null for scores without volumes. */
  recognition: Recognition | null;
  /** The corrections, with what undo and redo lead to. */
  edits: History<RoleOverrides>;
  /** Nothing is scored before what was recognised is unambiguous or a person agreed to it. */
  isReviewed: boolean;
  /** What is wrong with what was dropped as a whole; the recognition tells the rest. */
  problems: Problem[];
  scheme: LabelScheme | null;
  /** A guessed scheme is shown and asked about; nothing is scored before it is confirmed. */
  isSchemeConfirmed: boolean;
  isAskingForScheme: boolean;
  /** The preset that the names of the files speak for; null when the scheme came with the data. */
  schemeGuess: { presetId: string } | null;
  /** resultKeys of the predictions whose axes a person had turned as their headers say. */
  turnedByHeader: readonly string[];
  /** resultKeys of those that a person had compared as they are stored, although headers would turn them. */
  comparedByVoxel: readonly string[];
  /** Which region each channel of a file is, in the order of the file, as a person said it; by path. */
  channelNames: Readonly<Record<string, readonly string[]>>;
}

export const emptyCohort: CohortFacts = {
  files: new Map(),
  closedFiles: new Map(),
  companions: new Map(),
  cohort: null,
  recognition: null,
  edits: startHistory(noOverrides),
  isReviewed: false,
  problems: [],
  scheme: null,
  isSchemeConfirmed: false,
  isAskingForScheme: false,
  schemeGuess: null,
  turnedByHeader: [],
  comparedByVoxel: [],
  channelNames: {},
};

export const useCohortStore = create<CohortFacts>(() => emptyCohort);
