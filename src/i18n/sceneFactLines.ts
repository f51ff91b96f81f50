import type { SceneFacts } from '../domain/sceneFacts';
import { formatMeasure, formatScore } from './formatNumber';
import type { Translate } from './translate';

/** One fact in words; `kind` tells those apart that have a colour or a rank of their own. */
export interface FactLine {
  kind: 'reference' | 'prediction' | 'missed' | 'extra' | 'lesions' | 'shift' | 'dice';
  name: string;
  value: string;
}

/** The facts of a scene, volumes first and Dice last; what is not measured is left out. */
export function sceneFactLines(facts: SceneFacts, t: Translate): FactLine[] {
  const { lesions, shiftMm } = facts;
  const volume = (ml: number) => t('scenes.millilitres', { volume: formatMeasure(ml) });
  const lines: FactLine[] = [
    { kind: 'reference', name: t('words.reference'), value: volume(facts.referenceMl) },
    { kind: 'prediction', name: t('words.prediction'), value: volume(facts.predictionMl) },
    { kind: 'missed', name: t('inspector.missed'), value: volume(facts.missedMl) },
    { kind: 'extra', name: t('inspector.extra'), value: volume(facts.extraMl) },
  ];
  if (lesions) {
    lines.push({ kind: 'lesions', name: t('measures.lesions'), value: t('scenes.lesionCounts', lesions) });
  }
  if (shiftMm !== null) {
    const value = t('report.millimetres', { length: formatMeasure(shiftMm) });
    lines.push({ kind: 'shift', name: t('scenes.shift'), value });
  }
  lines.push({ kind: 'dice', name: t('scores.dice'), value: formatScore(facts.dice) });
  return lines;
}
