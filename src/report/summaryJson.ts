import { type LabelScheme, type Structure, structuresOf } from '../domain/labelScheme';
import type { AnswerResult, StructureScores } from '../domain/results';

/** What the summary says of a case. */
export interface SummaryCase {
  result: Pick<AnswerResult, 'reference' | 'prediction'>;
  /** `surface` where the summary is to hold distances. */
  structures: (Pick<StructureScores, 'structure' | 'overlap'> & Partial<StructureScores>)[];
}

type Metrics = Record<string, number>;

/** As nnU-Net sorts its keys; those of surfaces are none of its own. */
const namesOf = {
  overlap: ['Dice', 'FN', 'FP', 'IoU', 'TN', 'TP', 'n_pred', 'n_ref'],
  withSurfaces: [
    ...['ASSD', 'Dice', 'FN', 'FP', 'HD95', 'IoU', 'NSD', 'NSD_tau_mm', 'TN', 'TP'],
    ...['n_pred', 'n_ref'],
  ],
};

/**
 * The summary.json that nnU-Net's own evaluation writes for one model: regions where the scheme has any, else
 * labels; keys sorted; bare NaN where neither map holds a structure. `scores` are under nnU-Net's convention. With
 * surfaces it also holds what nnU-Net does not write: HD95 and ASSD (mm), NSD and its τ.
 */
export function summaryJson(
  scores: readonly SummaryCase[],
  scheme: LabelScheme,
  hasSurfaces = false,
): string {
  const kind = scheme.regions.length > 0 ? 'region' : 'label';
  const structures = structuresOf(scheme).filter((structure) => structure.kind === kind);
  const keys = structures.map(keyOf);
  const names = hasSurfaces ? namesOf.withSurfaces : namesOf.overlap;
  const perCase = scores.map((item) => ({
    item,
    metrics: item.structures
      .filter(({ structure }) => structure.kind === kind)
      .map((structure) => metricsOf(structure)),
  }));
  const means = keys.map((_, index) =>
    meanOf(
      perCase.map(({ metrics }) => metrics[index]),
      true,
    ),
  );
  const lines = [
    '{',
    `    "foreground_mean": ${written(names, meanOf(means, false), float, 4)},`,
    '    "mean": {',
    joined(
      sortedBy(keys, means),
      (key, mean) => `        ${JSON.stringify(key)}: ${written(names, mean, float, 8)}`,
    ),
    '    },',
    '    "metric_per_case": [',
    perCase
      .map(({ item, metrics }) =>
        [
          '        {',
          '            "metrics": {',
          joined(
            sortedBy(keys, metrics),
            (key, found) => `                ${JSON.stringify(key)}: ${written(names, found, ofCase, 16)}`,
          ),
          '            },',
          `            "prediction_file": ${JSON.stringify(item.result.prediction.file)},`,
          `            "reference_file": ${JSON.stringify(item.result.reference.file)}`,
          '        }',
        ].join('\n'),
      )
      .join(',\n'),
    '    ]',
    '}',
  ];
  return lines.join('\n');
}

/** "(1, 2, 3)" for several labels, "1" for one. */
function keyOf({ labels }: Structure): string {
  return labels.length === 1 ? String(labels[0]) : `(${labels.join(', ')})`;
}

function metricsOf({ overlap, surface }: SummaryCase['structures'][number]): Metrics {
  const { dice, iou, tp, fp, fn, tn } = overlap;
  const { hd95Mm, assdMm, nsd, tauMm } = surface ?? noSurface;
  return {
    ...{ Dice: dice, FN: fn, FP: fp, IoU: iou, TN: tn, TP: tp, n_pred: tp + fp, n_ref: tp + fn },
    ...{ HD95: hd95Mm, ASSD: assdMm, NSD: nsd, NSD_tau_mm: tauMm },
  };
}

const noSurface = { hd95Mm: Number.NaN, assdMm: Number.NaN, nsd: Number.NaN, tauMm: Number.NaN };

function meanOf(metrics: readonly Metrics[], skipsNaN: boolean): Metrics {
  const mean = (name: string) => {
    const values = metrics.map((found) => found[name]).filter((value) => !skipsNaN || !Number.isNaN(value));
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  return Object.fromEntries(namesOf.withSurfaces.map((name) => [name, mean(name)]));
}

function sortedBy(keys: readonly string[], values: readonly Metrics[]): [string, Metrics][] {
  const entries = keys.map((key, index): [string, Metrics] => [key, values[index]]);
  return entries.sort(([first], [second]) => (first < second ? -1 : 1));
}

function joined(entries: [string, Metrics][], line: (key: string, metrics: Metrics) => string): string {
  return entries.map(([key, metrics]) => line(key, metrics)).join(',\n');
}

function written(
  names: readonly string[],
  metrics: Metrics,
  format: (value: number, name: string) => string,
  indent: number,
): string {
  const space = ' '.repeat(indent);
  const lines = names.map((name) => `${space}    "${name}": ${format(metrics[name], name)}`);
  return `{\n${lines.join(',\n')}\n${space}}`;
}

const counts = ['FN', 'FP', 'TN', 'TP', 'n_pred', 'n_ref'];

/** Counts of a case are whole numbers in Python, all else is not. */
function ofCase(value: number, name: string): string {
  return counts.includes(name) ? String(value) : float(value);
}

/** A number as Python writes a float. */
function float(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (Number.isInteger(value)) return value.toFixed(1);
  if (Math.abs(value) >= 1e-4) return String(value);
  const [digits, exponent] = value.toExponential().split('e-');
  return `${digits}e-${exponent.padStart(2, '0')}`;
}
