import type { NamedConvention, OneToOneMatching, Penalty } from '../../domain/conventions/convention';
import {
  type CaseUnderConvention,
  type StructureUnderConvention,
  tauText,
} from '../../domain/conventions/conventionScores';
import { type FoundStructure, findStructures, meaningsOf } from '../../domain/conventions/meanings';
import type { Geometry } from '../../domain/geometry';
import type { LabelScheme } from '../../domain/labelScheme';
import { type ConventionMaps, conventionMaps } from './conventionMaps';
import { type DilatedMatch, dilatedMatch, type LesionRule, lesionWise, ruleOf } from './dilatedMatching';
import { hd95OfNumbersMm } from './hd95OfNumbers';
import { lesionsOf, panoptic, parsedScores } from './oneToOneMatching';
import { wholeScores } from './wholeScores';

type Voxels = Uint8Array | Uint16Array;

/**
 * The numbers of one case under each convention, for the structures that the scheme has. Both maps (x fastest) lie on
 * the grid of `geometry`. What several conventions share is worked out once.
 */
export function conventionScores(
  reference: Voxels,
  prediction: Voxels,
  geometry: Pick<Geometry, 'shape' | 'spacingMm'>,
  scheme: LabelScheme,
  conventions: readonly NamedConvention[],
): CaseUnderConvention[] {
  return conventionScoresOf(conventionMaps(reference, prediction, geometry), scheme, conventions);
}

/** The same of maps of which something is known already. */
export function conventionScoresOf(
  maps: ConventionMaps,
  scheme: LabelScheme,
  conventions: readonly NamedConvention[],
): CaseUnderConvention[] {
  return conventions.map((convention) => ({
    convention: convention.name,
    structures: findStructures(convention, scheme).found.map((structure) =>
      structureUnder(maps, convention, structure, scheme),
    ),
  }));
}

function structureUnder(
  maps: ConventionMaps,
  convention: NamedConvention,
  structure: FoundStructure,
  scheme: LabelScheme,
): StructureUnderConvention {
  const { name, labels } = structure;
  const { lesions } = convention;
  if (lesions?.kind === 'one-to-one') return { name, labels, ...matchedOneToOne(maps, labels, lesions) };
  const structures = convention.structures === 'of-the-scheme' ? [] : convention.structures;
  const rule = lesions && ruleOf(structure, lesions, structures, meaningsOf(scheme));
  return { name, labels, ...byWholeAndLesions(maps, convention, structure, rule) };
}

type Numbers = Pick<StructureUnderConvention, 'scores' | 'lesions' | 'falsePositivesMm3'>;

function byWholeAndLesions(
  maps: ConventionMaps,
  { whole }: NamedConvention,
  { labels, rule: own }: FoundStructure,
  rule: LesionRule | null,
): Numbers {
  const match = rule && dilatedMatch(maps, rule);
  const scores: Record<string, number> = {};
  if (whole) {
    const tausMm = own?.tausMm ?? whole.nsd?.tausMm ?? [];
    const penaltyMm = whole.hd95 ? penaltyOf(maps, whole.hd95.oneEmpty) : Number.NaN;
    Object.assign(scores, wholeScores(maps, labels, match, whole, tausMm, penaltyMm));
  }
  if (!rule || !match) return { scores, lesions: [], falsePositivesMm3: [] };
  const penaltyMm = penaltyOf(maps, rule.penalty);
  if (rule.isWholeHd95OfNumbers && isMisread(match) && maps.across === null) {
    const official = hd95OfNumbersMm(maps, labels, match);
    scores.hd95_official = Number.isFinite(official) ? official : penaltyMm;
  }
  const found = lesionWise(maps, match, rule, penaltyMm);
  scores.lesionwise_dice = found.dice;
  scores.lesionwise_hd95 = found.hd95Mm;
  found.nsd.forEach((nsd, index) => {
    scores[`lesionwise_nsd_${tauText(rule.nsdTausMm[index])}`] = nsd;
  });
  scores.tp = found.truePositives;
  scores.fp = found.falsePositives;
  scores.fn = found.falseNegatives;
  return { scores, lesions: found.lesions, falsePositivesMm3: found.falsePositivesMm3 };
}

/** Surfaces are there on both sides, and a number above 1, which the script takes for a mask. */
function isMisread({ reference, scriptNumbers }: DilatedMatch): boolean {
  const { length } = reference;
  return length > 0 && scriptNumbers.length > 0 && Math.max(length, ...scriptNumbers) > 1;
}

function penaltyOf({ geometry }: ConventionMaps, penalty: Penalty): number {
  return penalty === 'voxel-diagonal' ? Math.hypot(...geometry.shape) : penalty;
}

/**
 * The parser's numbers; where the official program exchanges two unequal edges of the voxel, also distances with the
 * axes put right.
 */
function matchedOneToOne(maps: ConventionMaps, labels: readonly number[], rule: OneToOneMatching): Numbers {
  const { spacingMm } = maps.geometry;
  const [x, y, z] = spacingMm;
  const isReversed = rule.isSpacingReversed && x !== z && maps.across === null;
  const official = panoptic(maps, labels, rule.leastDice, isReversed ? [z, y, x] : spacingMm);
  const scores = parsedScores(official, rule);
  if (isReversed) {
    const right = parsedScores(panoptic(maps, labels, rule.leastDice, spacingMm), rule);
    scores.lesionwise_hd95_axes_right = right.lesionwise_hd95;
    scores.lesionwise_nsd_axes_right = right.lesionwise_nsd;
  }
  return { scores, lesions: lesionsOf(official, rule), falsePositivesMm3: official.falsePositivesMm3 };
}
