import { create } from 'zustand';

/** A session as the start page lists it. */
export interface SessionSummary {
  id: string;
  name: string;
  caseCount: number;
  modelCount: number;
  /** Of `pairCount` cases and models. */
  scoredCount: number;
  pairCount: number;
  isDemo: boolean;
  /** Milliseconds since 1970. */
  createdAt: number;
  openedAt: number;
}

/** What is kept in this browser from visit to visit. */
export interface SessionFacts {
  /** The last opened first; null until they are looked up. */
  sessions: readonly SessionSummary[] | null;
  /** The session that is open and written as it changes. */
  currentId: string | null;
  /** A session is being brought back. */
  isRestoring: boolean;
  /** Why nothing is kept: the browser stores nothing here, has no room left, or does not answer. */
  storageProblem: 'unavailable' | 'full' | 'silent' | null;
  /** The browser's own words for it, '' where it gave none. */
  storageDetail: string;
  isStorageProblemSeen: boolean;
  /** The open session is open in another tab as well; what was taken over from there. */
  otherTab: { taken: number; hasOtherFiles: boolean } | null;
  /** What was open here was forgotten in another tab. */
  isForgottenElsewhere: boolean;
  /** Folders and files that the browser can open again by itself. */
  roots: readonly FileSystemHandle[];
  /** The seed that the demo's files are made from again; null for files of one's own. */
  demoSeed: number | null;
}

export const useSessionStore = create<SessionFacts>(() => ({
  sessions: null,
  currentId: null,
  isRestoring: false,
  storageProblem: null,
  storageDetail: '',
  isStorageProblemSeen: false,
  otherTab: null,
  isForgottenElsewhere: false,
  roots: [],
  demoSeed: null,
}));
