import { chosenImage, partsOfKey } from '../domain/cohort';
import type { Geometry } from '../domain/geometry';
import { caseOrientation } from '../domain/orientation';
import { useShownAnswerStore } from '../stores/shownAnswerStore';
import { useViewStore } from '../stores/viewStore';
import { findCase } from './caseSources';

/** The grid of the case on screen as its picture lies, so that planes and slices are those that are seen. */
export function shownGrid(): Geometry | null {
  const { answer } = useShownAnswerStore.getState();
  if (!answer) return null;
  const images = findCase(partsOfKey(answer.key)[0])?.images ?? [];
  const image = chosenImage(images, useViewStore.getState().modality);
  return caseOrientation(answer.geometry, (image && answer.imageGrids[image.path]) ?? null).geometry;
}
