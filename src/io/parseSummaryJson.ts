import { failure, type Result, success } from '../domain/errors';
import type { Summary, SummaryCase, SummaryMetrics } from '../domain/nnunetSummary';
import { type JsonValue, parsePythonJson } from './parsePythonJson';

/**
 * Reads nnU-Net's summary.json, of version 2 or 1 ("results"), which holds bare NaN. Structures whose key is no list of labels
 * are left out. Fails with 'bad-json', also when there is no "metric_per_case"; `detail` names what is missing.
 */
export function parseSummaryJson(path: string, text: string): Result<Summary> {
  const parsed = parsePythonJson(path, text);
  if (!parsed.ok) return parsed;
  const root = parsed.value instanceof Map ? parsed.value : new Map<string, JsonValue>();
  const results = root.get('results');
  if (results instanceof Map && Array.isArray(results.get('all'))) return success(version1(results));
  const perCase = root.get('metric_per_case');
  if (!Array.isArray(perCase)) return failure('bad-json', path, { detail: 'metric_per_case' });
  const mean = root.get('mean');
  const foreground = root.get('foreground_mean');
  return success({
    cases: perCase.flatMap((entry) => (entry instanceof Map ? [caseOf(entry)] : [])),
    mean: mean instanceof Map ? structuresOf(mean) : null,
    foregroundMeanDice: foreground instanceof Map ? numberOf(foreground, 'Dice') : null,
  });
}

/** Version 1 counts positives of both maps and writes ratios, from which the other counts follow. */
function version1(results: Map<string, JsonValue>): Summary {
  const all = results.get('all');
  const mean = results.get('mean');
  return {
    cases: (Array.isArray(all) ? all : []).flatMap((entry) =>
      entry instanceof Map
        ? {
            referenceFile: textOf(entry.get('reference')),
            predictionFile: textOf(entry.get('test')),
            structures: structuresOf(entry),
          }
        : [],
    ),
    mean: mean instanceof Map ? structuresOf(mean) : null,
    foregroundMeanDice: null,
  };
}

function caseOf(entry: Map<string, JsonValue>): SummaryCase {
  return {
    referenceFile: textOf(entry.get('reference_file')),
    predictionFile: textOf(entry.get('prediction_file')),
    structures: structuresOf(entry.get('metrics')),
  };
}

function structuresOf(metrics: JsonValue | undefined): SummaryMetrics[] {
  if (!(metrics instanceof Map)) return [];
  return [...metrics].flatMap(([key, value]) => {
    const labels = labelsOfKey(key);
    return labels && value instanceof Map ? [metricsOf(labels, value)] : [];
  });
}

/** "(1, 2, 3)", "(1,)", "[1, 2]" and "1" as label values; null for anything else. */
export function labelsOfKey(key: string): number[] | null {
  if (!/^\s*(?:\d+|\(\s*\d+(?:\s*,\s*\d+)*\s*,?\s*\)|\[\s*\d+(?:\s*,\s*\d+)*\s*\])\s*$/.test(key))
    return null;
  return key.match(/\d+/g)!.map(Number);
}

function metricsOf(labels: number[], values: Map<string, JsonValue>): SummaryMetrics {
  if (values.has('Total Positives Reference')) {
    const referenceVoxels = numberOf(values, 'Total Positives Reference');
    const predictionVoxels = numberOf(values, 'Total Positives Test');
    const tp = Math.round(numberOf(values, 'Recall') * referenceVoxels);
    return {
      labels,
      dice: numberOf(values, 'Dice'),
      iou: numberOf(values, 'Jaccard'),
      tp,
      fp: predictionVoxels - tp,
      fn: referenceVoxels - tp,
      tn: Number.NaN,
      referenceVoxels,
      predictionVoxels,
    };
  }
  return {
    labels,
    dice: numberOf(values, 'Dice'),
    iou: numberOf(values, 'IoU'),
    tp: numberOf(values, 'TP'),
    fp: numberOf(values, 'FP'),
    fn: numberOf(values, 'FN'),
    tn: numberOf(values, 'TN'),
    referenceVoxels: numberOf(values, 'n_ref'),
    predictionVoxels: numberOf(values, 'n_pred'),
  };
}

function numberOf(values: Map<string, JsonValue>, key: string): number {
  const value = values.get(key);
  return typeof value === 'number' ? value : Number.NaN;
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
