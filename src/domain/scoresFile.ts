import type { CaseMark } from './annotation';
import type { UncheckableReason, VerdictSummary } from './caseReconstruction';
import type { DiceCurve, DistanceCounts } from './contourShift';
import type { Dimensions } from './geometry';
import type { Lesion, LesionProfileName, PredictedComponent } from './lesions';
import type { NoNumberReason } from './noNumber';
import type { ProfileName } from './profile';
import type { BoundarySplit, FileFacts, GeometryWarning } from './results';
import type { AreaKey, OverlapKey, VolumeKey } from './scoreKinds';
import type { SurfaceDistance } from './surfaceDistances';

/**
 * The scores file that page and command line write and open (docs/scores-file.md). A number that does not
 * exist is null, and its sibling ending in "Reason" says why.
 */
export interface ScoresFile {
  format: 'regionlens.scores';
  version: 1;
  producer: string;
  profile: ProfileName;
  scheme: {
    /** Shown where the scheme is named; not part of what it means. */
    name?: string;
    labels: { value: number; name: string; color?: string }[];
    regions: { name: string; labels: number[] }[];
    regionsClassOrder: number[];
    ignoreLabel: number | null;
  };
  cases: ScoresCase[];
  failures: { case: string; model: string; file: string; code: string; message: string }[];
  /** What a person thinks of cases; a case without an entry has neither mark nor note. */
  marks?: { case: string; mark: CaseMark | null; note: string }[];
  /** Roles, marks, notes and the view, where the file is a saved session. */
  session?: unknown;
}

export interface ScoresCase {
  case: string;
  model: string;
  reference: FileFacts;
  prediction: FileFacts;
  /** Of two dimensions where the grid is one voxel thick: contours and areas in place of surfaces and volumes. */
  geometry: {
    dimensions: Dimensions;
    shape: [number, number, number];
    spacingMm: [number, number, number];
    warnings: GeometryWarning[];
  };
  confusion: { labels: number[]; counts: number[][] };
  /** What the scheme had to say about it, where a map was painted from raw regions. */
  paintKey?: string;
  /** Label values that a mask left out would tell apart; missing where none was. */
  indistinct?: number[][];
  structures: ScoresStructure[];
  pairs: ScoresPair[];
  /** Whether the saved map is what its raw regions paint; null where that was not or cannot be checked. */
  reconstruction: VerdictSummary | null;
  reconstructionReason?: 'not-computed' | UncheckableReason;
}

/** A key whose number may be missing, with its reason. */
export type MaybeNumbers<Key extends string> = { [K in Key]: number | null } & {
  [K in `${Key}Reason`]?: NoNumberReason;
};

export type CountKey = 'tp' | 'fp' | 'fn' | 'tn';

export type ScoresStructure = {
  kind: 'region' | 'label';
  name: string;
  labels: number[];
  surface: ScoresSurface | null;
  surfaceReason?: NoNumberReason;
  lesions: ScoresLesions | null;
  lesionsReason?: NoNumberReason;
} & MaybeNumbers<CountKey | OverlapKey> &
  (MaybeNumbers<VolumeKey> | MaybeNumbers<AreaKey>);

/** Distances under the profile. With `areaByDistance` (mm², both surfaces) any τ can be asked for afterwards. */
export type ScoresSurface = {
  nsd: ({ tauMm: number } & MaybeNumbers<'value'>)[];
  areaMm2?: number;
  areaByDistance?: { distancesMm: number[]; areasMm2: number[] };
} & MaybeNumbers<SurfaceDistance>;

/** Lesion-wise scores and, where they were kept, the lesions and components behind them. */
export interface ScoresLesions {
  profile: LesionProfileName;
  dice: number;
  hd95Mm: number;
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
  lesions?: Lesion[];
  components?: PredictedComponent[];
}

export type ErrorCountKey = 'sharedVoxels' | 'childVoxels' | 'relievedVoxels';

export type GapKey = 'regionDice' | 'labelDice' | 'gap' | 'volumeEffect' | 'accumulatedError' | 'relief';

export type ScoresPair = {
  region: string;
  label: number;
} & MaybeNumbers<ErrorCountKey | GapKey> &
  (ScoresDistances | NoDistances);

/** What the pair's distances say; every key but the curves and histograms is in metrics.md §5 and §6. */
export type ScoresDistances = {
  boundary: BoundarySplit | null;
  boundaryReason?: NoNumberReason;
  regionShiftMm: MaybeNumbers<'grow' | 'shrink'>;
  labelShiftMm: MaybeNumbers<'grow' | 'shrink'>;
  labelDiceAtRegionShift: MaybeNumbers<'grow' | 'shrink'>;
  errorsByDistance?: { shared: DistanceCounts; child: DistanceCounts; relieved: DistanceCounts };
  regionCurves?: { grow: DiceCurve; shrink: DiceCurve };
  labelCurves?: { grow: DiceCurve; shrink: DiceCurve };
} & MaybeNumbers<'shapePart' | 'accuracyPart'>;

export type DistanceKey =
  | 'boundary'
  | 'regionShiftMm'
  | 'labelShiftMm'
  | 'labelDiceAtRegionShift'
  | 'shapePart'
  | 'accuracyPart';

/** Of a pair that was not measured. */
export type NoDistances = { [K in DistanceKey]: null } & { [K in `${DistanceKey}Reason`]: NoNumberReason };
