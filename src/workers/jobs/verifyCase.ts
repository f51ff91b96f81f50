import { summaryOf } from '../../domain/caseReconstruction';
import { dimensionsOf, voxelCount, voxelSize } from '../../domain/geometry';
import { nestingViolations } from '../../kernels/reconstruction/nestingViolations';
import { reconstructionScores } from '../../kernels/reconstruction/reconstructionScores';
import { type RegionCodes, regionCodes } from '../../kernels/reconstruction/regionCodes';
import { type RawRegions, verifyReconstruction } from '../../kernels/reconstruction/verifyReconstruction';
import type { JobContext, VerifyCaseRequest, VerifyCaseResponse } from '../protocol';
import { mainFile } from './readPrediction';
import { type AlignedRegions, readAlignedRegions } from './readRawRegions';

/** A region is present where its probability is strictly greater (metrics.md §1). */
export const paintThreshold = 0.5;

/** Holds one saved label map against the raw regions that it was painted from; throws a ProblemError. */
export async function verifyCase(
  request: VerifyCaseRequest,
  { signal, report }: JobContext,
): Promise<VerifyCaseResponse> {
  const { scheme } = request;
  const { path } = mainFile(request.raw);
  report({ step: 'reading', file: path });
  const aligned = await readAlignedRegions(request, signal);
  report({ step: 'verifying', file: path });
  const { geometry, reference, saved, probabilities } = aligned;
  const verdict = saved && verifyReconstruction(rawOf(aligned), saved, scheme, geometry.shape);
  signal.throwIfAborted();
  const codes = codesOf(aligned, scheme.regions.length);
  return {
    summary: verdict && summaryOf(verdict),
    findings: {
      voxels: voxelCount(geometry),
      voxelSize: voxelSize(geometry),
      dimensions: dimensionsOf(geometry),
      difference: verdict && verdict.verdict !== 'identical' ? verdict.difference : null,
      violations: codes ? nestingViolations(codes, geometry.shape, scheme.regions) : [],
      scores: codes && reference && reconstructionScores(reference, codes, scheme, probabilities),
      hasProbabilities: codes !== null && probabilities !== null,
    },
  };
}

/** The regions as bits; null when the arrays are the softmax of a label-trained model. */
export function codesOf({ probabilities, codes }: AlignedRegions, regionCount: number): RegionCodes | null {
  if (codes) return codes;
  if (probabilities?.length !== regionCount) return null;
  return regionCodes(probabilities, paintThreshold);
}

function rawOf({ probabilities, codes }: AlignedRegions): RawRegions {
  if (codes) return { kind: 'codes', codes };
  return { kind: 'probabilities', probabilities: probabilities ?? [], threshold: paintThreshold };
}
