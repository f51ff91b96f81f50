import type { Cohort, FileEntry } from './cohort';
import type { Problem } from './errors';
import type { LabelScheme } from './labelScheme';

/** What a file is for. `left-out`: no handler took it, or a person left it out. */
export type Role = 'image' | 'reference' | 'prediction' | 'left-out';

/** What recognised a file; the review says so. */
export type HandlerName =
  | 'nnunet-results'
  | 'nnunet-raw'
  | 'prediction-folder'
  | 'reference-folder'
  | 'case-files'
  | 'model-files'
  | 'flat-folder'
  | 'none';

/** What one file was taken for, and by which handler. */
export interface Claim {
  path: string;
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
  folder: string;
  handler: HandlerName;
  /** The role or the case follows from nothing but a guess: ask. */
  isGuess: boolean;
  /** The row of the review that is the reference of the case instead, where several rows hold one. */
  instead?: string;
}

/** One row of the review: all files of one folder that have the same role. */
export interface Source {
  /** Stays the same when further files are dropped or the role is changed. */
  key: string;
  folder: string;
  role: Role;
  /** The model's name as shown, '' unless the role is prediction. */
  model: string;
  /** The name by which the model was recognised: the key of its new name. */
  foundModel: string;
  handler: HandlerName;
  fileCount: number;
  caseCount: number;
  example: string;
  isGuess: boolean;
  /** A person chose the role. */
  isChosen: boolean;
}

/** What a person decided in the review, by Source.key and by the recognised name of the model. */
export interface RoleOverrides {
  roles: Readonly<Record<string, Role>>;
  modelNames: Readonly<Record<string, string>>;
  /** The case of each file that a person joined to one, by path; sessions that older versions stored lack it. */
  cases?: Readonly<Record<string, string>>;
}

export const noOverrides: RoleOverrides = { roles: {}, modelNames: {} };

/** A problem with the case and model that it belongs to, where it belongs to one. */
export type CaseProblem = Problem & { caseId?: string; model?: string };

/** Everything that was recognised in all files dropped so far; plain data. */
export interface Recognition {
  cohort: Cohort;
  problems: CaseProblem[];
  /** The rows of the review, references first. */
  sources: Source[];
  /** nnU-Net's own evaluations; `model` is null where one lies beside no model's files. */
  summaries: { model: string | null; path: string }[];
  /** Every dataset.json that could be used; the cohort has the scheme of the first. */
  schemes: { path: string; scheme: LabelScheme; datasetName: string | null }[];
  /** Files that hold the voxels of a header file (.img of .hdr, .raw of .mhd), by the header's path. */
  companions: ReadonlyMap<string, FileEntry>;
  /** Left behind by operating systems (.DS_Store, __MACOSX). */
  hiddenCount: number;
  /** Files of a known layout that hold nothing to score (plans, logs, checkpoints). */
  byProductCount: number;
  /** Volumes that a person left out. */
  leftOutCount: number;
  /** Something was guessed: show the review and ask before scoring. */
  isGuess: boolean;
  /** Files whose role or case was guessed; sessions that older versions stored lack it. */
  guessedPaths?: readonly string[];
  /** What the handlers said before any override: the base that `applyOverrides` starts from. */
  found: {
    claims: readonly Claim[];
    otherFiles: readonly string[];
    problems: readonly Problem[];
  };
}
