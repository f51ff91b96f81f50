import type { WholeRule } from '../../domain/conventions/convention';
import { tauText } from '../../domain/conventions/conventionScores';
import { diceOf } from '../overlap';
import { hausdorffMm, normalisedSurfaceDice } from '../surfaceProfile';
import { borderDice, marginOf2024 } from './borderDistances';
import { type ConventionMaps, everyPart } from './conventionMaps';
import { type DilatedMatch, keptParts, sharedVoxels } from './dilatedMatching';

/**
 * The scores of a structure as one mask. Where a match has lesions removed from the prediction it is scored without
 * them, as the scripts of 2024 do.
 */
export function wholeScores(
  maps: ConventionMaps,
  labels: readonly number[],
  match: DilatedMatch | null,
  rule: WholeRule,
  tausMm: readonly number[],
  penaltyMm: number,
): Record<string, number> {
  const counts = countsOf(maps, labels, match);
  const { tp, fp, fn } = counts;
  const isBothEmpty = tp + fp + fn === 0;
  const isOneEmpty = !isBothEmpty && (tp + fn === 0 || tp + fp === 0);
  const scores: Record<string, number> = { dice: diceOf(counts, rule.bothEmptyDice) };
  const all = everyPart(maps.components('reference', labels));
  const kept = match ? keptParts(match) : everyPart(maps.components('prediction', labels));
  if (rule.hd95) {
    const { bothEmptyMm } = rule.hd95;
    const measured = () => hausdorffMm(maps.surfaces(labels, all, kept), 95);
    scores.hd95 = isBothEmpty ? bothEmptyMm : isOneEmpty ? penaltyMm : measured();
  }
  for (const tauMm of rule.nsd ? tausMm : []) {
    const measured = () =>
      rule.nsd?.of === 'border-voxels'
        ? borderDice(maps.borders(labels, all, kept, maps.geometry.spacingMm), tauMm, marginOf2024)
        : normalisedSurfaceDice(maps.surfaces(labels, all, kept), tauMm);
    scores[`nsd_${tauText(tauMm)}`] = isBothEmpty ? rule.bothEmptyDice : isOneEmpty ? 0 : measured();
  }
  return scores;
}

function countsOf(maps: ConventionMaps, labels: readonly number[], match: DilatedMatch | null) {
  const counts = maps.counts(labels);
  if (!match) return counts;
  const kept = keptParts(match);
  const { places } = maps.components('prediction', labels);
  if (kept.length === places.length) return counts;
  const tp = sharedVoxels(maps, labels, everyPart(maps.components('reference', labels)), kept);
  const predicted = kept.reduce((sum, part) => sum + places[part - 1].voxels, 0);
  return { tp, fp: predicted - tp, fn: counts.tp + counts.fn - tp, tn: 0 };
}
