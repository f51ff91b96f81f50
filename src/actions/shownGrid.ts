import { chosenImage } from '../domain/cohort';
import type { Geometry } from '../domain/geometry';
import { caseOrientation } from '../domain/orientation';
import { useShownPairStore } from '../stores/shownPairStore';
import { useViewStore } from '../stores/viewStore';
import { findCase } from './caseSources';

/** The grid of the case on screen as its picture lies, so that planes and slices are those that are seen. */
export function shownGrid(): Geometry | null {
  const { pair } = useShownPairStore.getState();
  if (!pair) return null;
  const images = findCase(pair.key.split('\n')[0])?.images ?? [];
  const image = chosenImage(images, useViewStore.getState().modality);
  return caseOrientation(pair.geometry, (image && pair.imageGrids[image.path]) ?? null).geometry;
}
