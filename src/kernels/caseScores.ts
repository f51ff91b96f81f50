import {
  defaultTauMm,
  largestTauMm,
  type MeasuredDistances,
  type PairDistances,
  voxelsWithin,
} from '../domain/contourShift';
import { edgesMm } from '../domain/geometry';
import { isToldApart } from '../domain/indistinct';
import {
  type LabelScheme,
  maskKey,
  type Pair,
  pairKey,
  pairsOf,
  type Structure,
  structuresOf,
} from '../domain/labelScheme';
import { isSameCounting, type LesionProfileName } from '../domain/lesions';
import { type CaseMeasures, lesionKey } from '../domain/measures';
import type { MaybeNumber } from '../domain/noNumber';
import { remembered } from '../domain/remembered';
import type {
  AnswerResult,
  BoundarySplit,
  CaseScores,
  Convention,
  StructureSurface,
} from '../domain/results';
import { eachDistance } from '../domain/surfaceDistances';
import { unknownLabels } from '../domain/unknownLabels';
import { gapAccount } from './gapAccount';
import { lesionTotals } from './lesionTotals';
import { countsOf, overlapScores } from './overlap';
import { surfaceScoresUnder } from './surfaceScoresUnder';

/**
 * Every score of one case and model under a convention: arithmetic on its joint histogram and on what was
 * measured. What `measures` lacks, or holds for another ignore label, is null.
 */
export function caseScores(
  result: AnswerResult,
  scheme: LabelScheme,
  convention: Convention,
  measures: CaseMeasures | null = null,
): CaseScores {
  const { profile, lesionProfile } = convention;
  const tauMm = convention.tauMm ?? defaultTauMm(edgesMm(result));
  const known = measures?.ignoreLabel === scheme.ignoreLabel ? measures : null;
  const isTauKnown =
    tauMm <= largestTauMm && (known === null || known.onlyTauMm === null || known.onlyTauMm === tauMm);
  const asked = askedOf(scheme);
  const { indistinct = [] } = result;
  const isLeftOut = asked.masks.map((labels) => indistinct.length > 0 && !isToldApart(labels, indistinct));
  const overlaps = asked.masks.map((labels, mask) => {
    const counts = isLeftOut[mask] ? noCounts : countsOf(result.confusion, labels, scheme.ignoreLabel);
    return overlapScores(counts, result, profile);
  });
  return {
    result,
    scheme,
    measures: known,
    convention,
    tauMm,
    structures: asked.structures.map(({ structure, key, mask }) => {
      if (isLeftOut[mask]) {
        return { structure, overlap: overlaps[mask], surface: leftOutSurface(tauMm), lesions: null };
      }
      const surface = known?.surfaces[key];
      return {
        structure,
        overlap: overlaps[mask],
        surface: surface ? surfaceScoresUnder(surface, profile, tauMm, isTauKnown) : null,
        lesions: lesionScoresOf(known, structure, lesionProfile),
      };
    }),
    pairs: asked.pairs.map(({ pair, key, region, label }) => {
      const isPairLeftOut = isLeftOut[region] || isLeftOut[label];
      const distances = isPairLeftOut ? leftOutDistances(key) : (known?.pairs[key] ?? null);
      return {
        pair,
        region: overlaps[region],
        label: overlaps[label],
        account: gapAccount(result.confusion, pair, scheme.ignoreLabel, overlaps[region], overlaps[label]),
        distances,
        boundary: distances?.boundary && isTauKnown ? boundarySplit(distances.boundary, tauMm) : null,
      };
    }),
    unknownLabels: unknownLabels([result], scheme),
  };
}

const noCounts = { tp: Number.NaN, fp: Number.NaN, fn: Number.NaN, tn: Number.NaN };

/** Whatever was measured of it: a voxel of a class has one of its values, nobody knows which. */
function leftOutSurface(tauMm: number): StructureSurface {
  return { reason: 'left-out', ...eachDistance(() => Number.NaN), nsd: Number.NaN, tauMm };
}

function leftOutDistances(key: string): PairDistances {
  const no: MaybeNumber = { value: null, reason: 'left-out' };
  const curve = { shiftsMm: [], dice: [] };
  const shifts = { growMm: no, shrinkMm: no, meanMm: no, growCurve: curve, shrinkCurve: curve };
  const shift = { dice: Number.NaN, ...shifts };
  return {
    key,
    region: shift,
    label: shift,
    labelDiceAtRegionShift: { grow: no, shrink: no, mean: no },
    shapePart: no,
    accuracyPart: no,
    boundary: null,
  };
}

/** What a scheme asks of every case, with the places of its label sets in `masks`, each of which is there once. */
interface Asked {
  masks: number[][];
  structures: { structure: Structure; key: string; mask: number }[];
  pairs: { pair: Pair; key: string; region: number; label: number }[];
}

/** The same for thousands of cases, so it is worked out once for as long as the scheme stays. */
const askedOf = remembered((scheme: LabelScheme): Asked => {
  const places = new Map<string, number>();
  const masks: number[][] = [];
  const placeOf = ({ labels }: Structure) => {
    const key = maskKey(labels);
    const place = places.get(key) ?? masks.push(labels) - 1;
    places.set(key, place);
    return place;
  };
  return {
    masks,
    structures: structuresOf(scheme).map((structure) => {
      return { structure, key: maskKey(structure.labels), mask: placeOf(structure) };
    }),
    pairs: pairsOf(scheme).map((pair) => {
      return { pair, key: pairKey(pair), region: placeOf(pair.region), label: placeOf(pair.label) };
    }),
  };
});

function lesionScoresOf(
  measures: CaseMeasures | null,
  { labels }: Structure,
  profile: LesionProfileName,
): CaseScores['structures'][number]['lesions'] {
  const measure = measures?.lesions[lesionKey(labels, profile)];
  if (!measure || (measure.totals && !isSameCounting(measure.totals.profile, profile))) return null;
  return lesionTotals(measure, profile);
}

function boundarySplit(
  { shared, child, relieved }: MeasuredDistances['boundary'],
  tauMm: number,
): BoundarySplit {
  return {
    tauMm,
    shared: voxelsWithin(shared, tauMm),
    child: voxelsWithin(child, tauMm),
    relieved: voxelsWithin(relieved, tauMm),
  };
}
