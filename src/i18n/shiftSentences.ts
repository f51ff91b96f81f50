import { hasOneShift, type PairDistances } from '../domain/contourShift';
import { type GapVerdict, gapVerdict } from '../domain/gapVerdict';
import type { PairScores } from '../domain/results';
import { formatMeasure, formatScore } from './formatNumber';
import type { MessageKey, Translate } from './translate';

const conclusions = {
  'no-gap': null,
  'only-shape': 'gap.sayOnlyShape',
  'only-accuracy': 'gap.sayOnlyAccuracy',
  'shape-and-accuracy': 'gap.sayBothParts',
  'better-contour': 'gap.sayBetterContour',
  'better-shape': 'gap.sayBetterShape',
} as const satisfies Record<GapVerdict, MessageKey | null>;

/** Contours that differ by less than this (mm) are called equally close. */
const shiftPrecisionMm = 0.05;

/** Whether the label's contour itself is worse than its region's, in mm; nothing before the distances are measured. */
export function shiftSentences({ pair, account, distances }: PairScores, t: Translate): string[] {
  if (!distances) return [];
  const { region, label, shapePart, accuracyPart } = distances;
  const regionMm = region.meanMm.value;
  const labelMm = label.meanMm.value;
  if (regionMm === null || labelMm === null || shapePart.value === null || accuracyPart.value === null) {
    const isNeverReached = [region, label].some(({ meanMm }) => meanMm.reason === 'never-reached');
    return isNeverReached ? [t('gap.sayNeverReached')] : [];
  }
  const odd = [pair.label, pair.region].filter(({ kind }) => !hasOneShift(distances[kind]));
  if (odd.length > 0) return odd.map((structure) => noOneShift(structure, distances, t));
  const parts = {
    region: pair.region.name,
    label: pair.label.name,
    regionShift: formatMeasure(regionMm),
    labelShift: formatMeasure(labelMm),
    shapePart: formatScore(Math.abs(shapePart.value)),
    accuracyPart: formatScore(Math.abs(accuracyPart.value)),
  };
  const isAsClose = Math.abs(labelMm - regionMm) < shiftPrecisionMm;
  const contour = isAsClose ? 'gap.sayAsClose' : labelMm < regionMm ? 'gap.sayCloser' : 'gap.sayFarther';
  const conclusion = conclusions[gapVerdict(account.gap, shapePart.value, accuracyPart.value)];
  return [
    t(shapePart.value >= 0 ? 'gap.sayShapeCosts' : 'gap.sayShapeGains', parts),
    t(contour, parts),
    ...(conclusion ? [t(conclusion, parts)] : []),
  ];
}

function noOneShift({ kind, name }: PairScores['pair']['label'], distances: PairDistances, t: Translate) {
  const { growMm, shrinkMm } = distances[kind];
  const [grow, shrink] = [growMm.value ?? Number.NaN, shrinkMm.value ?? Number.NaN];
  return t('gap.sayNoOneShift', {
    structure: name,
    grow: formatMeasure(grow),
    shrink: formatMeasure(shrink),
  });
}

/** The same in a few words: whether the label's contour is worse than its region's. */
export function shiftVerdict({ distances }: PairScores, t: Translate): string {
  if (!distances) return t('gap.reasonNotComputed');
  const { region, label } = distances;
  const [regionMm, labelMm] = [region.meanMm.value, label.meanMm.value];
  if (regionMm === null || labelMm === null) return t('gap.noShift');
  if (!hasOneShift(region) || !hasOneShift(label)) return t('gap.noOneShift');
  const isWorse = labelMm - regionMm >= shiftPrecisionMm;
  const facts = { labelShift: formatMeasure(labelMm), regionShift: formatMeasure(regionMm) };
  return t(isWorse ? 'gap.contourWorse' : 'gap.contourNotWorse', facts);
}
