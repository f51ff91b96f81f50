import type { FileEntry } from '../../domain/cohort';
import type { Problem } from '../../domain/errors';
import type { DatasetJson } from '../parseDatasetJson';
import type { ParsedFile } from './parsePath';

export type Role = 'image' | 'reference' | 'prediction';

export type HandlerName =
  | 'nnunet-results'
  | 'nnunet-raw'
  | 'prediction-folder'
  | 'reference-folder'
  | 'case-folder'
  | 'flat-folder'
  | 'single-file';

/** What a handler says that a file is. */
export interface Claim {
  path: string;
  size: number;
  role: Role;
  form: 'volume' | 'probabilities' | 'channels' | 'region-mask';
  caseId: string;
  /** '' unless the role is prediction. */
  model: string;
  /** The modality of an image, the region of a region mask, else ''. */
  part: string;
  /** "0" … "4" or "all" for nnU-Net's folds. */
  fold: string | null;
  /** The folder that stands for all files of this kind in the review. */
  source: string;
  handler: HandlerName;
  /** The role follows from nothing but a guess: ask. */
  isGuess: boolean;
}

/** A dataset.json that was read, or why it could not be. */
export interface DatasetFile {
  path: string;
  folder: string;
  dataset: DatasetJson;
}

/** A model's summary.json as nnU-Net's evaluation wrote it. */
export interface SummaryFile {
  path: string;
  folder: string;
}

/** What the handlers pass on: the files that none has taken yet, and everything that was found so far. */
export interface RecognitionState {
  rest: ParsedFile[];
  claims: Claim[];
  datasets: DatasetFile[];
  summaries: SummaryFile[];
  /** .img of a .hdr, .raw of a .mhd: read together with it. Key: the header's path. */
  companions: Map<string, FileEntry>;
  hiddenCount: number;
  /** Files that belong to a known layout but hold nothing to score (checkpoints, plans, logs). */
  byProductCount: number;
  problems: Problem[];
}

/** Takes the files that it understands out of `rest` and passes on the others. Never changes its input. */
export type Handler = (state: RecognitionState) => RecognitionState;

/**
 * A handler from what it does with one file: its claim, or null to pass the file on.
 */
export function claimEach(claimOf: (file: ParsedFile, state: RecognitionState) => Claim | null): Handler {
  return (state) => {
    const rest: ParsedFile[] = [];
    const claims = [...state.claims];
    for (const file of state.rest) {
      const claim = claimOf(file, state);
      if (claim) claims.push(claim);
      else rest.push(file);
    }
    return claims.length === state.claims.length ? state : { ...state, rest, claims };
  };
}

export function isMap(file: ParsedFile): boolean {
  return file.kind === 'volume' || file.kind === 'probabilities';
}

/** A claim with the values that most have. */
export function claim(
  file: ParsedFile,
  role: Role,
  handler: HandlerName,
  caseId: string,
  more: Partial<Claim> = {},
): Claim {
  return {
    path: file.path,
    size: file.size,
    role,
    form: file.kind === 'probabilities' ? 'probabilities' : 'volume',
    caseId,
    model: '',
    part: '',
    fold: null,
    source: file.folder,
    handler,
    isGuess: false,
    ...more,
  };
}
