import { meanGap, meanIntervals } from '../../actions/cohortStatistics';
import { type CaseValue, caseValues, ledgerOf, unlikeCases } from '../../derived/ledger';
import { type LabelScheme, maskKey, pairsOf, type Structure, structuresOf } from '../../domain/labelScheme';
import type { ProfileName } from '../../domain/profile';
import type { CaseScores, StructureScores } from '../../domain/results';
import { scoresAt } from '../../domain/scoreKinds';
import { summarise } from '../../domain/summarise';
import type {
  GapCharts,
  GapSummary,
  MeansTable,
  ModelSummary,
  StructureSummary,
} from '../../report/reportContent';

/** The scores of each model, excluded cases left out. */
export interface ModelScores {
  model: string;
  scores: CaseScores[];
}

/** What was found, missed and extra: of the regions, or of the labels where the scheme has no regions. */
export function modelSummaries(scheme: LabelScheme, byModel: ModelScores[]): ModelSummary[] {
  const structures = structuresOf(scheme);
  const shown = scheme.regions.length > 0 ? structures.slice(0, scheme.regions.length) : structures;
  return byModel.map(({ model, scores }) => ({
    model,
    structures: shown.map((structure, index) =>
      structureSummary(
        structure,
        scores.map((item) => item.structures[index]),
      ),
    ),
  }));
}

function structureSummary(structure: Structure, scores: StructureScores[]): StructureSummary {
  const present = scores.filter(({ overlap }) => overlap.tp + overlap.fn > 0);
  const both = present.filter(({ overlap }) => overlap.tp + overlap.fp > 0);
  // Marked elsewhere, without one voxel in common, is not found.
  const overlapping = present.filter(({ overlap }) => overlap.tp > 0).length;
  const lesions = scores.flatMap((item) => item.lesions ?? []);
  const sum = (key: 'truePositives' | 'falseNegatives' | 'falsePositives') =>
    lesions.reduce((total, item) => total + item[key], 0);
  const median = (values: number[]) => summarise(values).median;
  return {
    structure,
    present: present.length,
    both: both.length,
    found: overlapping,
    missed: present.length - overlapping,
    extra: scores.filter(({ overlap }) => overlap.tp + overlap.fn === 0 && overlap.fp > 0).length,
    sizes: ([3, 2] as const).flatMap((dimensions) => {
      const own = both.map(({ overlap }) => overlap).filter((overlap) => overlap.dimensions === dimensions);
      const reference = median(own.map(({ referenceSize }) => referenceSize));
      const offBy = median(own.map(({ absoluteSizeDifference }) => absoluteSizeDifference));
      return own.length > 0 ? [{ dimensions, cases: own.length, reference, offBy }] : [];
    }),
    hd95Mm: median(both.map(({ surface }) => surface?.hd95Mm ?? Number.NaN)),
    lesions:
      lesions.length === 0
        ? null
        : { found: sum('truePositives'), missed: sum('falseNegatives'), extra: sum('falsePositives') },
  };
}

/** Means with intervals and their ledgers, of every score that was measured somewhere. */
export async function meansTables(
  scheme: LabelScheme,
  byModel: ModelScores[],
  total: number,
  profile: ProfileName,
  signal: AbortSignal,
): Promise<MeansTable[]> {
  const tables: MeansTable[] = [];
  for (const metric of scoresAt('means')) {
    const rows: MeansTable['rows'] = [];
    const shown: CaseValue[][] = [];
    for (const { model, scores } of byModel) {
      const columns = structuresOf(scheme).map((_, index) => caseValues(scores, index, metric));
      if (columns.every((column) => column.length === 0)) continue;
      const values = columns.map((column) => column.map(({ value }) => value));
      const intervals = await meanIntervals(values, signal);
      const cells = columns.map((column, index) => {
        const { mean, ...ledger } = ledgerOf(column, total, profile);
        return { mean, interval: intervals[index], ...ledger };
      });
      rows.push({ model, cells });
      shown.push(...columns);
    }
    if (rows.length > 0) tables.push({ metric, rows, unlike: unlikeCases(shown, profile) });
  }
  return tables;
}

/** The mean account of every pair and model in which a gap exists; a region and label of the same voxels have none. */
export async function gapSummaries(
  scheme: LabelScheme,
  byModel: ModelScores[],
  signal: AbortSignal,
): Promise<GapSummary[]> {
  const summaries: GapSummary[] = [];
  for (const [index, { region, label }] of pairsOf(scheme).entries()) {
    if (maskKey(region.labels) === maskKey(label.labels)) continue;
    for (const { model, scores } of byModel) {
      const account = await meanGap(
        scores.map(({ pairs }) => pairs[index]),
        signal,
      );
      if (!account) continue;
      const { verdicts, ...known } = account;
      summaries.push({ region, label, model, ...known, shapeAlone: verdicts['only-shape'] ?? 0 });
    }
  }
  return summaries;
}

/** The points of the gap figures; pairs without any gap, or whose region and label are the same, are left out. */
export function gapChartsOf(scheme: LabelScheme, byModel: ModelScores[]): GapCharts[] {
  return pairsOf(scheme)
    .map(({ region, label }, index) => ({
      region,
      label,
      series: byModel.map(({ model, scores }) => ({
        model,
        points: scores.flatMap(({ pairs }) => {
          const { account, label: labelScores } = pairs[index];
          return Number.isFinite(account.gap)
            ? [{ gap: account.gap, size: labelScores.referenceSize, dimensions: labelScores.dimensions }]
            : [];
        }),
      })),
    }))
    .filter(({ series }) => series.some(({ points }) => points.some(({ gap }) => gap !== 0)));
}
