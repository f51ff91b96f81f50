import type { StructureFindings } from '../domain/caseFindings';
import { sizeUnit } from '../domain/geometry';
import { formatMeasure, formatScore } from './formatNumber';
import type { Translate } from './translate';

/** One fact in words; `kind` tells those apart that have a colour or a rank of their own. */
export interface FactLine {
  kind: 'reference' | 'prediction' | 'missed' | 'extra' | 'lesions' | 'shift' | 'dice';
  name: string;
  value: string;
}

/** A structure's findings in a line each, volumes first and Dice last; what is not measured is left out. */
export function sceneFactLines(findings: StructureFindings, t: Translate): FactLine[] {
  const { lesions, contour } = findings;
  const shiftMm = contour?.shiftMm.value ?? null;
  const unit = sizeUnit(findings.dimensions);
  const size = (value: number) => t('scenes.size', { size: formatMeasure(value), unit });
  const lines: FactLine[] = [
    { kind: 'reference', name: t('words.reference'), value: size(findings.referenceSize) },
    { kind: 'prediction', name: t('words.prediction'), value: size(findings.predictionSize) },
    { kind: 'missed', name: t('inspector.missed'), value: size(findings.missedSize) },
    { kind: 'extra', name: t('inspector.extra'), value: size(findings.extraSize) },
  ];
  if (lesions) {
    const { found, missed, extra } = lesions;
    lines.push({
      kind: 'lesions',
      name: t('measures.lesions'),
      value: t('scenes.lesionCounts', { found, missed, extra }),
    });
  }
  if (shiftMm !== null) {
    const value = t('report.millimetres', { length: formatMeasure(shiftMm) });
    lines.push({ kind: 'shift', name: t('scenes.shift'), value });
  }
  lines.push({ kind: 'dice', name: t('scoreKinds.dice'), value: formatScore(findings.dice) });
  return lines;
}
