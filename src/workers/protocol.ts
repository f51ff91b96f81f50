import type { AskedTurn } from '../domain/alignGeometry';
import type { ReconstructionFindings, RegionVolumes, VerdictSummary } from '../domain/caseReconstruction';
import type { CohortGap, GapFacts } from '../domain/cohortGap';
import type { PairedScores, StructureComparison } from '../domain/comparison';
import type { NamedConvention } from '../domain/conventions/convention';
import type { CaseUnderConvention } from '../domain/conventions/conventionScores';
import type { Problem, Result } from '../domain/errors';
import type { Geometry, SideDoubt } from '../domain/geometry';
import type { ImagePlacement } from '../domain/imagePlacement';
import type { Interval } from '../domain/interval';
import type { LabelScheme } from '../domain/labelScheme';
import type { LesionProfileName } from '../domain/lesions';
import type { CaseMeasures, MeasurePlan } from '../domain/measures';
import type { OpenedAnswer } from '../domain/openedAnswer';
import type { LabelPair, PairCodes } from '../domain/pairCodes';
import type { Plane } from '../domain/planeAxis';
import type { RatingCorrelation } from '../domain/rating';
import type { AnswerFailure, AnswerResult } from '../domain/results';
import type { StructureErrors } from '../domain/structureErrors';
import type { StructurePart } from '../domain/structurePart';
import type { FoundMixUp } from '../kernels/reconstruction/findMixUps';
import type { OpenedCases, OpenedHead } from '../scoresFile/read';

/** A file on its way to a worker; blobs cross by reference, their bytes are read there. */
export interface WorkerFile {
  path: string;
  blob: Blob;
  /** The file that holds the voxels of a header (.img of .hdr, .raw of .mhd). */
  companion?: Blob;
}

/** Where a label map comes from, a reference's as well: saved as such, or painted from raw regions. */
export type PredictionSource =
  | { kind: 'label-map'; file: WorkerFile; channelNames?: readonly string[] }
  | { kind: 'probabilities'; file: WorkerFile }
  | MaskSource
  /** `channelNames`: the regions in the order of the file, where a person says it. */
  | { kind: 'channels'; file: WorkerFile; channelNames?: readonly string[] };

/** One file per region or label, told apart by its name. */
export interface MaskSource {
  kind: 'region-masks';
  masks: { region: string; file: WorkerFile }[];
  /** The files of the case's other side and its images: their grid decides where the masks' own votes are even. */
  beside?: WorkerFile[];
}

/** What a model said of each region before anything was painted. */
export type RawSource = Exclude<PredictionSource, { kind: 'label-map' }>;

export interface ScoreCaseRequest {
  caseId: string;
  reference: PredictionSource;
  predictions: {
    model: string;
    source: PredictionSource;
    /** What a person said of axes that run differently from the reference's. */
    askedTurn?: AskedTurn | null;
  }[];
  /** Needed only to paint raw regions; a saved label map is counted as it is. */
  scheme: LabelScheme | null;
}

export interface ScoreCaseResponse {
  results: AnswerResult[];
  failures: AnswerFailure[];
}

export interface OpenAnswerRequest {
  reference: PredictionSource | null;
  prediction: PredictionSource | null;
  /** Those of the case, whose headers say how it lies. */
  images: WorkerFile[];
  askedTurn?: AskedTurn | null;
  scheme: LabelScheme | null;
}

export interface MeasureCaseRequest {
  reference: PredictionSource;
  prediction: PredictionSource;
  askedTurn?: AskedTurn | null;
  scheme: LabelScheme | null;
  plan: MeasurePlan;
  lesionProfile: LesionProfileName;
}

export interface ScoreConventionsRequest {
  reference: PredictionSource;
  prediction: PredictionSource;
  askedTurn?: AskedTurn | null;
  scheme: LabelScheme;
  conventions: readonly NamedConvention[];
}

/** One prediction's raw regions with what they are held against. */
export interface VerifyCaseRequest {
  reference: PredictionSource | null;
  labelMap: WorkerFile | null;
  raw: RawSource;
  askedTurn?: AskedTurn | null;
  scheme: LabelScheme;
}

export interface VerifyCaseResponse {
  summary: VerdictSummary | null;
  findings: ReconstructionFindings;
}

/** An image of any format, to be shown. */
export interface ReadImageRequest {
  file: WorkerFile;
  /** The grid of the label maps over it; null for the image's own. */
  onto: Geometry | null;
}

export interface ReadImageResponse {
  nifti: Uint8Array<ArrayBuffer>;
  placement: ImagePlacement;
}

export interface CountValuesRequest {
  sources: PredictionSource[];
}

/** The label values of each file, without 0. Files that cannot be read are left out. */
export interface CountValuesResponse {
  /** `name` is what the file itself calls the value. */
  files: { value: number; count: number; name?: string }[][];
}

/** Where one structure, a set of labels, goes wrong. */
export interface FindErrorsRequest {
  part: StructurePart;
  labels: number[];
  ignoreLabel: number | null;
}

/** The pictures of one case for a report. */
export interface SliceImagesRequest {
  /** Two label maps, read as codes that count `pairs`, or codes that are there. */
  voxels:
    | {
        reference: PredictionSource;
        prediction: PredictionSource;
        askedTurn?: AskedTurn | null;
        scheme: LabelScheme | null;
        pairs: readonly LabelPair[];
      }
    | Pick<PairCodes, 'codes' | 'geometry'>;
  image: WorkerFile | null;
  /**
   * One slice each, drawn by each colour table: the axial one with most pairs that are counted, or
   * the one of a plane that passes through a voxel.
   */
  rows: {
    isCounted: Uint8Array;
    tables: Uint8ClampedArray[];
    at?: { plane: Plane; voxel: readonly [number, number, number] };
  }[];
}

export interface SliceImage {
  plane: Plane;
  /** Why no letter may stand without a word; null where image and label maps agree about directions. */
  sideDoubt: SideDoubt | null;
  /** Along the file's axis, from 0. */
  slice: number;
  sliceCount: number;
  /** Voxels of the slice whose pair is counted. */
  counted: number;
  width: number;
  height: number;
  /** Width and height of a pixel. */
  pixelMm: [number, number];
  /** PNG files of equal size; the image is null when it is missing or on another grid. */
  grey: Uint8Array<ArrayBuffer> | null;
  layers: Uint8Array<ArrayBuffer>[];
}

export interface SliceImagesResponse {
  images: SliceImage[];
}

/** A saved scores file, or a report that carries one. */
export interface ReadScoresRequest {
  file: WorkerFile;
}

/** Some of the file's cases, by answerKey. */
export interface ScoresPart extends OpenedCases {
  /** Of all parts together. */
  total: number;
}

export interface ReadScoresResponse {
  /** Everything but the cases, which came in parts; null for a report without scores. */
  opened: Result<OpenedHead> | null;
}

export interface DemoCaseRequest {
  seed: number;
  index: number;
}

export interface DemoCaseResponse {
  files: WorkerFile[];
}

/** Every job that a worker can do, with what goes in and what comes out. */
export interface Jobs {
  scoreCase: { request: ScoreCaseRequest; response: ScoreCaseResponse };
  measureCase: { request: MeasureCaseRequest; response: CaseMeasures };
  scoreConventions: { request: ScoreConventionsRequest; response: CaseUnderConvention[] };
  meanIntervals: { request: { columns: number[][] }; response: Interval[] };
  meanGap: { request: { pairs: GapFacts[] }; response: { gap: CohortGap | null } };
  findMixUps: {
    /** The tables of the cases by packConfusions. */
    request: { caseIds: string[]; models: string[]; confusions: Float64Array; ignoreLabel: number | null };
    response: { found: FoundMixUp[] };
  };
  compareModels: { request: { readings: PairedScores[][] }; response: StructureComparison[][] };
  rateCorrelations: {
    request: { ratings: number[]; columns: number[][]; cases: string[] };
    response: RatingCorrelation[];
  };
  openAnswer: { request: OpenAnswerRequest; response: OpenedAnswer };
  findErrors: { request: FindErrorsRequest; response: StructureErrors };
  verifyCase: { request: VerifyCaseRequest; response: VerifyCaseResponse };
  openRegions: { request: VerifyCaseRequest; response: RegionVolumes };
  readScores: { request: ReadScoresRequest; response: ReadScoresResponse; part: ScoresPart };
  readImage: { request: ReadImageRequest; response: ReadImageResponse };
  countValues: { request: CountValuesRequest; response: CountValuesResponse };
  sliceImages: { request: SliceImagesRequest; response: SliceImagesResponse };
  describeDemo: { request: Record<never, never>; response: { total: number; files: WorkerFile[] } };
  makeDemoCase: { request: DemoCaseRequest; response: DemoCaseResponse };
}

export type JobName = keyof Jobs;

/** What comes ahead of a long response, piece by piece, so that taking it in never holds up the page. */
export type PartOf<Name extends JobName> = Jobs[Name] extends { part: infer Part } ? Part : never;

/** Tells what is being done right now, such as the file that is read. */
export type JobProgress = { step: 'reading' | 'scoring' | 'measuring' | 'verifying'; file: string };

export type ToWorker =
  | { [Name in JobName]: { kind: 'run'; id: number; job: Name; request: Jobs[Name]['request'] } }[JobName]
  | { kind: 'cancel'; id: number };

export type FromWorker =
  /** Said once, of no job (id 0): the worker holds this Web Lock for as long as it lives. */
  | { kind: 'alive'; id: 0; lock: string }
  | { kind: 'progress'; id: number; progress: JobProgress }
  | { kind: 'part'; id: number; part: PartOf<JobName> }
  | { kind: 'done'; id: number; response: Jobs[JobName]['response'] }
  | { kind: 'failed'; id: number; problem: Problem }
  | { kind: 'crashed'; id: number; message: string };

/** What a job's code is given beside its request. */
export interface JobContext {
  signal: AbortSignal;
  report: (progress: JobProgress) => void;
}

/** What a job whose response comes in parts is given. */
export interface PartsContext<Part> extends JobContext {
  send: (part: Part) => void;
}
