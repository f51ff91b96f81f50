import { readAnswerFor, readRegionsFor } from '../actions/drawSlices';
import { chosenStructure } from '../domain/chosenStructure';
import type { LabelScheme } from '../domain/labelScheme';
import type { PairCodes } from '../domain/pairCodes';
import type { Scene } from '../domain/scenes';
import type { View } from '../domain/view';
import { repaintAtThreshold, repainterOf } from '../kernels/reconstruction/repaintAtThreshold';
import { comparedModels } from '../kernels/structureBits';
import { isOfRawRegions, rawRegionVolume } from './useShownVolume';

/**
 * The voxels of a scene's view that is not drawn from the two saved label maps: two models, the raw regions, or
 * the map repainted at another threshold. null where the files of it are not there. Rejects as pool.run does.
 */
export async function sceneVoxels(
  { caseId, model, structure: key, thresholdStep }: Scene['picture'],
  view: View,
  scheme: LabelScheme,
  signal: AbortSignal,
): Promise<PairCodes | null> {
  if (view.kind === 'models') {
    const [first, second] = await Promise.all(view.models.map((name) => readAnswerFor(caseId, name, signal)));
    return first && second && comparedModels(first, second, view.structure.labels, scheme.ignoreLabel);
  }
  const [answer, regions] = await Promise.all([
    readAnswerFor(caseId, model, signal),
    readRegionsFor(caseId, model, signal),
  ]);
  if (!answer || !regions) return null;
  if (isOfRawRegions(view.kind)) {
    return rawRegionVolume(view.kind, answer, regions, chosenStructure(scheme, key), scheme);
  }
  const repainter = regions.painted && repainterOf(answer, regions.painted, scheme.regionsClassOrder);
  return repainter && thresholdStep !== null ? repaintAtThreshold(repainter, thresholdStep) : null;
}
