import type { LabelScheme } from '../../domain/labelScheme';
import type { ReconstructionVerdict } from '../../domain/reconstruction';
import { jointHistogram } from '../jointHistogram';
import { axesCause } from './axesCause';
import type { Candidate, CauseSearch } from './causeSearch';
import { compareMaps } from './compareMaps';
import { componentCauses } from './componentCauses';
import { declaredRule, paintCode, paintCodes } from './paintCodes';
import { type RegionCodes, regionCodes } from './regionCodes';
import { renamedCause, ruleCauses } from './ruleCauses';
import { softmaxCause } from './softmaxCause';
import { thresholdCause } from './thresholdCause';

/** What the model saved of its raw regions; codes where only masks are known. */
export type RawRegions =
  | { kind: 'probabilities'; probabilities: readonly (Float32Array | Float64Array)[]; threshold: number }
  | { kind: 'codes'; codes: RegionCodes };

/**
 * Paints the raw regions and compares with the saved map. Where they differ, every single cause is tried: only
 * one that explains every voxel is an explanation, so two causes at once stay unexplained. Arrays of a
 * label-trained model may be more than the scheme has regions; any other count throws a RangeError.
 */
export function verifyReconstruction(
  raw: RawRegions,
  saved: Uint8Array | Uint16Array,
  scheme: LabelScheme,
  shape: readonly [number, number, number],
): ReconstructionVerdict {
  const probabilities = raw.kind === 'probabilities' ? raw.probabilities : null;
  const regionCount = scheme.regions.length;
  const isCountRight = !probabilities || probabilities.length === regionCount;
  if (!isCountRight && probabilities.length !== scheme.labels.length + 1) {
    throw new RangeError(`${probabilities.length} arrays for ${regionCount} regions`);
  }
  const codes =
    raw.kind === 'codes' ? raw.codes : regionCodes(raw.probabilities.slice(0, regionCount), raw.threshold);
  const rule = declaredRule(scheme.regionsClassOrder);
  const paint = (code: number) => paintCode(code, rule);
  const painted = paintCodes(codes, paint);
  const difference = compareMaps(painted, saved, shape);
  if (difference.differingVoxels === 0 && isCountRight) return { verdict: 'identical', voxels: saved.length };
  const search: CauseSearch = {
    scheme,
    shape,
    codes,
    painted,
    saved,
    codeTable: jointHistogram(codes, saved),
    paintedTable: difference.table,
    probabilities,
  };
  const tried = (isCountRight ? candidates(search) : softmaxCause(search)).map((candidate) => ({
    ...candidate,
    explainedShare: 1 - candidate.differingVoxels / Math.max(1, difference.differingVoxels),
  }));
  const exact = tried.filter(({ differingVoxels }) => differingVoxels === 0);
  if (exact.length > 0)
    return { verdict: 'explained', difference, causes: onePerKind(withoutDisguises(exact)) };
  const nearest = tried
    .filter(({ differingVoxels }) => differingVoxels < difference.differingVoxels)
    .sort((first, second) => first.differingVoxels - second.differingVoxels);
  return { verdict: 'unexplained', difference, nearest: nearest[0] ?? null };
}

/** The likeliest first: it is named where several explain the map equally well. */
function candidates(search: CauseSearch): Candidate[] {
  return [
    ...softmaxCause(search),
    ...ruleCauses(search),
    ...renamedCause(search),
    ...thresholdCause(search),
    ...componentCauses(search),
    ...axesCause(search),
  ];
}

/** Removing every component of a structure is another cause in disguise where that explains the map as well. */
function withoutDisguises<Tried extends Candidate>(exact: readonly Tried[]): Tried[] {
  const others = exact.filter(({ cause }) => cause.kind !== 'components-removed' || cause.keptComponents > 0);
  return others.length > 0 ? others : [...exact];
}

/** Of several orders (or structures) that do equally well the first, which moves least, speaks for its kind. */
function onePerKind<Tried extends { cause: { kind: string } }>(tried: readonly Tried[]): Tried[] {
  return tried.filter(
    (candidate, index) => tried.findIndex(({ cause }) => cause.kind === candidate.cause.kind) === index,
  );
}
