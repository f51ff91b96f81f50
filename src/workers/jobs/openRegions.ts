import type { RegionVolumes } from '../../domain/caseReconstruction';
import type { LabelScheme } from '../../domain/labelScheme';
import type { PairCodes } from '../../domain/pairCodes';
import { mostPairValues, pairCodes } from '../../kernels/pairCodes';
import { declaredRule, paintCode, paintCodes } from '../../kernels/reconstruction/paintCodes';
import { paintedVoxels } from '../../kernels/reconstruction/paintedVoxels';
import type { RegionCodes } from '../../kernels/reconstruction/regionCodes';
import { thresholdTables } from '../../kernels/reconstruction/thresholdCurves';
import { thresholdSteps } from '../../kernels/reconstruction/thresholdSteps';
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
  const isPresent = new Uint8Array(65_536);
  for (let voxel = 0; voxel < saved.length; voxel++) isPresent[saved[voxel]] = 1;
  for (const value of [0, ...regionsClassOrder, ...labels.map((label) => label.value)]) isPresent[value] = 1;
  const values = [...isPresent.keys()].filter((value) => isPresent[value] === 1);
  if (values.length > mostPairValues) return null;
  return { codes: pairCodes(painted, saved, values), values, geometry };
}
