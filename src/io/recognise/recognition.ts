import type { FileEntry } from '../../domain/cohort';
import type { Problem } from '../../domain/errors';
import type { Claim, HandlerName, Role } from '../../domain/recognition';
import type { DatasetJson } from '../parseDatasetJson';

import type { ParsedFile } from './parsePath';

/** A dataset.json that was read. */
export interface DatasetFile {
  path: string;
  folder: string;
  dataset: DatasetJson;
}

/** What the handlers pass on: the files that none has taken yet, and everything that was found so far. */
export interface RecognitionState {
  rest: ParsedFile[];
  claims: Claim[];
  datasets: DatasetFile[];
  /** Names of structures that are known from elsewhere, such as a scheme that was chosen before. */
  structureNames: readonly string[];
  /** Paths of nnU-Net's evaluations. */
  summaries: string[];
  /** .img of a .hdr, .raw of a .mhd: read together with it. Key: the header's path. */
  companions: Map<string, FileEntry>;
  hiddenCount: number;
  /** Files that belong to a known layout but hold nothing to score (checkpoints, plans, logs). */
  byProductCount: number;
  problems: Problem[];
}

/** Takes the files that it understands out of `rest` and passes on the others. Never changes its input. */
export type Handler = (state: RecognitionState) => RecognitionState;

/** A handler from what it does with one file: its claim, or null to pass the file on. */
export function claimEach(claimOf: (file: ParsedFile, state: RecognitionState) => Claim | null): Handler {
  return (state) => {
    const rest: ParsedFile[] = [];
    const claims: Claim[] = [];
    for (const file of state.rest) {
      const claim = claimOf(file, state);
      if (claim) claims.push(claim);
      else rest.push(file);
    }
    return claims.length === 0 ? state : { ...state, rest, claims: [...state.claims, ...claims] };
  };
}

/** The state with these claims, their files taken out of `rest`. */
export function addClaims(state: RecognitionState, claims: readonly Claim[]): RecognitionState {
  if (claims.length === 0) return state;
  const taken = new Set(claims.map(({ path }) => path));
  return {
    ...state,
    rest: state.rest.filter(({ path }) => !taken.has(path)),
    claims: [...state.claims, ...claims],
  };
}

/** Whether a file can be a label map or raw regions. */
export function isMap(file: ParsedFile): boolean {
  return file.kind === 'volume' || file.kind === 'probabilities';
}

/** A claim with the values that most have; the form follows from the file's name. */
export function claim(
  file: ParsedFile,
  role: Role,
  handler: HandlerName,
  caseId: string,
  more: Partial<Claim> = {},
): Claim {
  return {
    path: file.path,
    role,
    form: formOf(file, role),
    caseId,
    model: '',
    part: file.region ?? '',
    fold: null,
    folder: file.folder,
    handler,
    isGuess: false,
    ...more,
  };
}

function formOf(file: ParsedFile, role: Role): Claim['form'] {
  if (file.kind === 'probabilities') return 'probabilities';
  if (role === 'image') return 'volume';
  if (file.region !== null) return 'region-mask';
  return file.name.kind === 'channels' ? 'channels' : 'volume';
}
