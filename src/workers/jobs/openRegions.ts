import type { RegionVolumes } from '../../domain/caseReconstruction';
import type { LabelScheme } from '../../domain/labelScheme';
import { type PairCodes, pairsToCode } from '../../domain/pairCodes';
import { jointHistogram } from '../../kernels/jointHistogram';
import { pairCodes } from '../../kernels/pairCodes';
import { declaredRule, paintCode, paintCodes } from '../../kernels/reconstruction/paintCodes';
import { paintedVoxels } from '../../kernels/reconstruction/paintedVoxels';
import type { RegionCodes } from '../../kernels/reconstruction/regionCodes';
import { thresholdSteps } from '../../kernels/reconstruction/thresholdSteps';
import { thresholdTables } from '../../kernels/reconstruction/thresholdTables';
import type { JobContext, VerifyCaseRequest } from '../protocol';
import { type AlignedRegions, readAlignedRegions } from './readRawRegions';
import { codesOf } from './verifyCase';

/** The raw regions of one case as bytes for the picture, with the tables of every threshold. */
export async function openRegions(
  request: VerifyCaseRequest,
  { signal }: JobContext,
): Promise<RegionVolumes> {
  const { scheme } = request;
  const aligned = await readAlignedRegions(request, signal);
  const { geometry, reference } = aligned;
  const codes = codesOf(aligned, scheme.regions.length);
  if (!codes) return { geometry, bits: null, steps: null, painted: null, differences: null, tables: null };
  const { probabilities, saved } = aligned;
  const steps = probabilities?.map(thresholdSteps) ?? null;
  return {
    geometry,
    bits: codes instanceof Uint8Array ? codes : null,
    steps,
    painted: steps && paintedVoxels(steps, saved, geometry),
    differences: differencesOf(aligned, codes, scheme),
    tables: probabilities && reference && thresholdTables(probabilities, reference, scheme),
  };
}

function differencesOf(
  { saved, geometry }: AlignedRegions,
  codes: RegionCodes,
  { regionsClassOrder, labels }: LabelScheme,
): PairCodes | null {
  if (!saved) return null;
  const rule = declaredRule(regionsClassOrder);
  const painted = paintCodes(codes, (code) => paintCode(code, rule));
  const named = [...regionsClassOrder, ...labels.map(({ value }) => value)];
  const { pairs, values } = pairsToCode(named, jointHistogram(painted, saved));
  return { codes: pairCodes(painted, saved, pairs), pairs, values, geometry };
}
