import { isSameGrid, isSameShape } from '../../domain/geometry';
import type { LabelMap } from '../../domain/labelMap';
import { gridOfBoth, pasteSegmentation } from '../../io/pasteSegmentation';

/**
 * 3D Slicer cuts segmentations to their box: pasted back where that is exact, two of them onto the smallest grid that
 * holds both, and left as they are elsewhere.
 */
export function onOneGrid(reference: LabelMap, prediction: LabelMap): [LabelMap, LabelMap] {
  const asRead: [LabelMap, LabelMap] = [reference, prediction];
  const areBoth = reference.segments !== undefined && prediction.segments !== undefined;
  if (
    areBoth
      ? isSameGrid(reference.geometry, prediction.geometry)
      : isSameShape(reference.geometry, prediction.geometry)
  ) {
    return asRead;
  }
  const grids = [reference.geometry, prediction.geometry];
  if (areBoth) grids.push(gridOfBoth(reference.geometry, prediction.geometry) ?? reference.geometry);
  for (const grid of grids) {
    const [whole, other] = asRead.map((map) => {
      if (map.geometry === grid) return map;
      return map.segments ? pasteSegmentation(map, grid) : null;
    });
    if (whole && other) return [whole, other];
  }
  return asRead;
}
