import type { ProfileName } from './profile';
import type { FileFacts, GeometryWarning, NoNumberReason } from './results';

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
}

export interface ScoresCase {
  case: string;
  model: string;
  reference: FileFacts;
  prediction: FileFacts;
  geometry: {
    shape: [number, number, number];
    spacingMm: [number, number, number];
    warnings: GeometryWarning[];
  };
  confusion: { labels: number[]; counts: number[][] };
  structures: ScoresStructure[];
  pairs: ScoresPair[];
  reconstruction: null;
  reconstructionReason: NoNumberReason;
}

/** A key whose number may be missing, with its reason. */
export type MaybeNumbers<Key extends string> = { [K in Key]: number | null } & {
  [K in `${Key}Reason`]?: NoNumberReason;
};

export type OverlapKey = 'dice' | 'iou' | 'precision' | 'recall' | 'specificity' | 'relativeVolumeDifference';

export type ScoresStructure = {
  kind: 'region' | 'label';
  name: string;
  labels: number[];
  tp: number;
  fp: number;
  fn: number;
  tn: number;
  referenceMl: number;
  predictionMl: number;
  volumeDifferenceMl: number;
  absoluteVolumeDifferenceMl: number;
  surface: null;
  surfaceReason: NoNumberReason;
  lesions: null;
  lesionsReason: NoNumberReason;
} & MaybeNumbers<OverlapKey>;

export type GapKey = 'regionDice' | 'labelDice' | 'gap' | 'volumeEffect' | 'accumulatedError' | 'relief';

export type ScoresPair = {
  region: string;
  label: number;
  sharedVoxels: number;
  childVoxels: number;
  relievedVoxels: number;
} & MaybeNumbers<GapKey>;
