import {
  type Lesion,
  type LesionProfileName,
  type LesionScores,
  lesionProfiles,
  missedHd95Mm,
} from '../domain/lesions';
import type { LesionMeasure } from '../domain/measures';

/** What becomes of a lesion of this volume that meets these components. */
export function lesionOutcome(
  volumeMm3: number,
  components: readonly number[],
  profile: LesionProfileName,
): Lesion['outcome'] {
  if (volumeMm3 <= lesionProfiles[profile].thresholdMm3) return 'below-threshold';
  return components.length > 0 ? 'found' : 'missed';
}

/**
 * The scores that lesions and components give under a profile of the dilation with which they were found
 * (metrics.md §4): sums over lesions / (lesions + false positives); Dice 1 and HD95 0 when there is neither.
 * Totals that came without lesions are passed on.
 */
export function lesionTotals(measure: LesionMeasure, profile: LesionProfileName): LesionScores {
  if (measure.totals) return { ...measure.totals, profile };
  const lesions = measure.lesions.map((lesion) => ({
    ...lesion,
    outcome: lesionOutcome(lesion.volumeMm3, lesion.components, profile),
  }));
  const counted = lesions.filter(({ outcome }) => outcome !== 'below-threshold');
  const truePositives = counted.filter(({ outcome }) => outcome === 'found').length;
  const falsePositives = measure.components.filter((component) => component.lesions.length === 0).length;
  const total = counted.length + falsePositives;
  const sum = (values: number[]) => values.reduce((before, value) => before + value, 0);
  const hd95Mm = sum(counted.map((lesion) => lesion.hd95Mm)) + falsePositives * missedHd95Mm;
  return {
    profile,
    dice: total === 0 ? 1 : sum(counted.map(({ dice }) => dice)) / total,
    hd95Mm: total === 0 ? 0 : hd95Mm / total,
    truePositives,
    falsePositives,
    falseNegatives: counted.length - truePositives,
    lesions,
    components: measure.components,
  };
}
