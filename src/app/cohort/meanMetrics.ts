import type { StructureScores } from '../../domain/results';
import { formatMeasure, formatScore } from '../../i18n/formatNumber';
import type { MessageKey } from '../../i18n/translate';

/** A score that has a mean over cases. `of` is undefined where it was not measured. */
export interface MeanMetric {
  name: string;
  title: MessageKey;
  hint: MessageKey;
  of: (scores: StructureScores) => number | undefined;
  format: (value: number) => string;
  /** What the number depends on beside the convention. */
  setting: 'tau' | 'lesions' | null;
}

export const meanMetrics: MeanMetric[] = [
  {
    name: 'dice',
    title: 'measures.metricDice',
    hint: 'measures.metricDiceHint',
    of: ({ overlap }) => overlap.dice,
    format: formatScore,
    setting: null,
  },
  {
    name: 'hd95',
    title: 'measures.metricHd95',
    hint: 'measures.hd95Hint',
    of: ({ surface }) => surface?.hd95Mm,
    format: (value) => (Number.isFinite(value) ? `${formatMeasure(value)} mm` : formatMeasure(value)),
    setting: null,
  },
  {
    name: 'nsd',
    title: 'measures.metricNsd',
    hint: 'measures.nsdHint',
    of: ({ surface }) => surface?.nsd,
    format: formatScore,
    setting: 'tau',
  },
  {
    name: 'lesionDice',
    title: 'measures.metricLesionDice',
    hint: 'measures.lesionMeanHint',
    of: ({ lesions }) => lesions?.dice,
    format: formatScore,
    setting: 'lesions',
  },
  {
    name: 'lesionHd95',
    title: 'measures.metricLesionHd95',
    hint: 'measures.lesionMeanHint',
    of: ({ lesions }) => lesions?.hd95Mm,
    format: (value) => (Number.isFinite(value) ? `${formatMeasure(value)} mm` : formatMeasure(value)),
    setting: 'lesions',
  },
];
