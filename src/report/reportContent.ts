import type { CaseMark } from '../domain/annotation';
import type { StructureFindings } from '../domain/caseFindings';
import type { CasesRange } from '../domain/comparison';
import type { Cause } from '../domain/errorCause';
import type { GapAnswer } from '../domain/gapAnswer';
import type { Dimensions, SideDoubt } from '../domain/geometry';
import type { Interval } from '../domain/interval';
import type { LabelScheme, Structure } from '../domain/labelScheme';
import type { Plane } from '../domain/planeAxis';
import type { CaseScores, PairScores } from '../domain/results';
import type { StructureScore } from '../domain/scoreKinds';
import type { Language } from '../i18n/languages';
import type { MethodsFacts } from './methodsParagraph';

/** In the order in which they stand in a report; "data" is the scores file inside it. */
export const reportSections = [
  'summary',
  'scenes',
  'methods',
  'means',
  'gap',
  'reconstruction',
  'notes',
  'cases',
  'casePages',
  'data',
] as const;

export type ReportSection = (typeof reportSections)[number];

/**
 * Everything that a report says, ready to be written: names are already those that shall appear, and there are
 * no file paths. `htmlReport` makes the file of it.
 */
export interface ReportContent {
  language: Language;
  title: string;
  /** As "2026-11-23". */
  madeOn: string;
  producer: string;
  sections: readonly ReportSection[];
  scheme: LabelScheme;
  models: string[];
  caseCount: number;
  excludedCount: number;
  methods: MethodsFacts;
  summaries: ModelSummary[];
  means: MeansTable[];
  gaps: GapSummary[];
  /** One entry per pair of the scheme that has a gap in some case. */
  gapCharts: GapCharts[];
  rows: ReportRow[];
  failures: { case: string; model: string; message: string }[];
  verdicts: ReportVerdict[];
  notes: ReportNote[];
  scenes: ReportScene[];
  pages: CasePage[];
  /** The scores file as JSON, in pieces; empty when it is left out. */
  scores: readonly string[];
}

/** What one model did with one structure, in clinicians' measures; medians over the cases with both. */
export interface StructureSummary {
  structure: Structure;
  /** Cases whose reference holds it. */
  present: number;
  /** Cases in which both maps hold it, overlapping or not: what sizes and distances are medians of. */
  both: number;
  found: number;
  missed: number;
  /** Cases marked with it whose reference has none. */
  extra: number;
  /** Of volumes and of areas apart. */
  sizes: { dimensions: Dimensions; cases: number; reference: number; offBy: number }[];
  /** NaN while surfaces are not measured. */
  hd95Mm: number;
  lesions: { found: number; missed: number; extra: number } | null;
}

export interface ModelSummary {
  model: string;
  structures: StructureSummary[];
}

export interface MeanCell {
  mean: number;
  interval: Interval;
  used: number;
  bothEmpty: number;
  missed: number;
  hallucinated: number;
  missing: number;
  total: number;
}

/** Means of one score; cells in the order of the scheme's structures. */
export interface MeansTable {
  metric: StructureScore;
  rows: { model: string; cells: MeanCell[] }[];
  /** null where all means are of the same cases. */
  unlike: CasesRange | null;
}

/** The mean account of one pair for one model. */
export interface GapSummary {
  region: Structure;
  label: Structure;
  model: string;
  cases: number;
  gap: { mean: number; interval: Interval };
  parts: Record<Cause, { mean: number; interval: Interval }>;
  dominant: Record<Cause | 'none', number>;
  shapeAlone: number;
  judged: number;
}

/** Points of one pair, one list per model. */
export interface GapCharts {
  region: Structure;
  label: Structure;
  series: { model: string; points: { gap: number; size: number; dimensions: Dimensions }[] }[];
}

/** A line of the table of all cases. */
export interface ReportRow {
  case: string;
  model: string;
  isExcluded: boolean;
  scores: Pick<CaseScores, 'structures' | 'pairs'>;
}

export interface ReportVerdict {
  case: string;
  model: string;
  verdict: 'identical' | 'explained' | 'unexplained';
  sentences: string[];
}

export interface ReportNote {
  case: string;
  mark: CaseMark | null;
  note: string;
}

export interface LegendLine {
  name: string;
  color: string;
}

/** Layers of one slice over one image; all as data addresses of PNG files of the same size. */
export interface SliceRow {
  plane: Plane;
  /** Why no letter may stand without a word; null where headers agree. */
  sideDoubt: SideDoubt | null;
  slice: number;
  sliceCount: number;
  counted: number;
  width: number;
  height: number;
  pixelMm: [number, number];
  grey: string | null;
  layers: { name: string; png: string; legend: LegendLine[] }[];
}

/** A kept picture with its caption; the presenter's notes are not among it. */
export interface ReportScene {
  caption: string;
  case: string;
  model: string;
  /** null for a case without scores. */
  findings: StructureFindings | null;
  /** What a reader must know about the numbers beside the picture. */
  remark: string | null;
  slice: SliceRow | null;
  /** Why there is no picture; null when there is one. */
  noPicture: string | null;
}

/** One page about one case of one model. */
export interface CasePage {
  case: string;
  model: string;
  warnings: string[];
  scores: CaseScores;
  /** Why there are no pictures; null when there are. */
  noPictures: string | null;
  /** Reference, prediction and errors where most voxels are wrong. */
  overview: SliceRow | null;
  /** The pair whose gap is largest, and its errors by cause; null for a scheme without pairs. */
  pair: { scores: PairScores; slice: SliceRow | null } | null;
  /** Why region and label score differently, pair by pair. */
  answers: GapAnswer[];
  verdict: string[];
  note: string;
}
