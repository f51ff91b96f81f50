import type {
  CaseFindings,
  ContourFindings,
  LesionFindings,
  StructureFindings,
} from '../domain/caseFindings';
import { barelyFoundDice } from '../domain/caseFindings';
import { emptyStateOf } from '../domain/cohortRow';
import { ballDiceAtShift } from '../domain/equalShift';
import { gapAnswer } from '../domain/gapAnswer';
import { edgesMm, voxelSize } from '../domain/geometry';
import { hasTwoSets, maskKey, type Structure, structureKey } from '../domain/labelScheme';
import { type LesionScores, lesionProfiles } from '../domain/lesions';
import type { MaybeNumber } from '../domain/noNumber';
import type { CaseScores, PairScores, StructureScores } from '../domain/results';

/** What scores say in mL or cm², mm and numbers of lesions; lesions and contours are null until they are measured. */
export function caseFindings(scores: CaseScores): CaseFindings {
  const { result, structures, pairs } = scores;
  const once = new Map(
    structures.toReversed().map((item) => [maskKey(item.structure.labels), item] as const),
  );
  return {
    caseId: result.caseId,
    model: result.model,
    structures: structures
      .filter((item) => once.get(maskKey(item.structure.labels)) === item)
      .map((item) => structureFindings(item, scores)),
    gaps: pairs.filter(({ pair }) => hasTwoSets(pair)).map((paired) => gapAnswer(scores, paired)),
  };
}

/** The findings of one structure (structureKey), of the scheme's first when the key names none of them. */
export function findingsOf(scores: CaseScores, key: string | null): StructureFindings | null {
  const { structures } = scores;
  const item = structures.find(({ structure }) => structureKey(structure) === key) ?? structures.at(0);
  return item ? structureFindings(item, scores) : null;
}

function structureFindings(item: StructureScores, scores: CaseScores): StructureFindings {
  const { structure, overlap, lesions } = item;
  const own = structureKey(structure);
  const sizeOfOne = voxelSize(scores.result);
  const voxelMm = Math.max(...edgesMm(scores.result));
  const { dimensions, referenceSize, predictionSize, tp, fp, fn } = overlap;
  const paired = scores.pairs.find(
    ({ pair }) => structureKey(pair.region) === own || structureKey(pair.label) === own,
  );
  return {
    structure,
    dimensions,
    presence: emptyStateOf(overlap) ?? 'both',
    referenceSize,
    predictionSize,
    foundSize: tp * sizeOfOne,
    missedSize: fn * sizeOfOne,
    extraSize: fp * sizeOfOne,
    lesions: lesions && lesionFindings(lesions),
    contour: contourFindings(structure, scores, voxelMm),
    voxelCost: referenceSize > 0 ? 1 - ballDiceAtShift(referenceSize, voxelMm, dimensions) : null,
    voxelMm,
    dice: overlap.dice,
    gap: paired ? gapAnswer(scores, paired) : null,
  };
}

function lesionFindings({ lesions, components, profile, ...counts }: LesionScores): LesionFindings {
  const { truePositives: found, falseNegatives: missed, falsePositives: extra } = counts;
  const isListed = lesions.length + components.length > 0 || found + missed + extra === 0;
  const largest = <Place extends { volumeMm3: number }>(places: Place[]) =>
    places.reduce<Place | null>(
      (most, place) => (most && most.volumeMm3 >= place.volumeMm3 ? most : place),
      null,
    );
  return {
    found,
    barelyFound: lesions.filter(({ outcome, dice }) => outcome === 'found' && dice < barelyFoundDice).length,
    missed,
    extra,
    leftOut: isListed ? lesions.filter(({ outcome }) => outcome === 'below-threshold').length : null,
    thresholdMm3: lesionProfiles[profile].thresholdMm3,
    largestMissed: largest(lesions.filter(({ outcome }) => outcome === 'missed')),
    largestExtra: largest(components.filter((component) => component.lesions.length === 0)),
  };
}

/** The measured HD95, since the one of the scores may be a convention's penalty. */
function contourFindings(
  structure: Structure,
  { measures, pairs }: CaseScores,
  voxelMm: number,
): ContourFindings | null {
  const surface = measures?.surfaces[maskKey(structure.labels)];
  const shiftMm = shiftOf(structure, pairs);
  if (!surface && shiftMm.value === null) return null;
  const hd95Mm: MaybeNumber =
    surface?.reason === null
      ? { value: surface.hd95Mm, reason: null }
      : { value: null, reason: surface?.reason ?? 'not-computed' };
  const offMm = shiftMm.value ?? hd95Mm.value;
  return { shiftMm, hd95Mm, isWithinVoxel: offMm !== null && offMm > 0 && offMm < voxelMm };
}

/** A shift depends on the voxels alone, so any pair with the same ones has it. */
export function shiftOf({ labels }: Structure, pairs: readonly PairScores[]): MaybeNumber {
  const key = maskKey(labels);
  for (const { pair, distances } of pairs) {
    if (!distances) continue;
    if (maskKey(pair.region.labels) === key) return distances.region.meanMm;
    if (maskKey(pair.label.labels) === key) return distances.label.meanMm;
  }
  return { value: null, reason: 'not-computed' };
}
