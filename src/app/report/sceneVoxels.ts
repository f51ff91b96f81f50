import { readPairFor, readRegionsFor } from '../../actions/drawSlices';
import { chosenStructure } from '../../domain/chosenStructure';
import type { LabelScheme } from '../../domain/labelScheme';
import type { PairCodes } from '../../domain/pairCodes';
import type { Scene } from '../../domain/scenes';
import type { View } from '../../domain/view';
import { structureBits } from '../../kernels/structureBits';
import { volumeOfView } from '../reconstruction/useShownVolume';

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
    const [first, second] = await Promise.all(view.models.map((name) => readPairFor(caseId, name, signal)));
    if (!first || !second || first.codes.length !== second.codes.length) return null;
    const codes = structureBits(first, second, view.structure.labels, scheme.ignoreLabel);
    return { codes, values: [], geometry: first.geometry };
  }
  const [pair, regions] = await Promise.all([
    readPairFor(caseId, model, signal),
    readRegionsFor(caseId, model, signal),
  ]);
  if (!pair || !regions) return null;
  return volumeOfView(view.kind, pair, regions, thresholdStep, chosenStructure(scheme, key), scheme);
}
