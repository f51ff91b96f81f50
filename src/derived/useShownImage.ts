import { useMemo } from 'react';
import { type CaseImage, chosenImage, partsOfKey } from '../domain/cohort';
import type { Geometry } from '../domain/geometry';
import { type CaseOrientation, caseOrientation } from '../domain/orientation';
import { useCohortStore } from '../stores/cohortStore';
import { useShownAnswerStore } from '../stores/shownAnswerStore';
import { useViewStore } from '../stores/viewStore';

export interface ShownImage {
  images: readonly CaseImage[];
  /** The modality shown; '' for a case without images. */
  modality: string;
  /** null where there is none, or while its file is not open. */
  file: File | null;
  /** As its header says; null where that cannot be read. */
  grid: Geometry | null;
}

/** The image under the labels. While the next case is read, the previous one stays, with its own image. */
export function useShownImage(): ShownImage {
  const caseId = useViewStore((view) => view.caseId);
  const wanted = useViewStore((view) => view.modality);
  const answer = useShownAnswerStore((facts) => facts.answer);
  const shownCase = answer ? partsOfKey(answer.key)[0] : caseId;
  const files = useCohortStore((facts) => facts.files);
  const images = useCohortStore((facts) => facts.cohort?.cases.find(({ id }) => id === shownCase)?.images);
  const chosen = chosenImage(images ?? noImages, wanted);
  return {
    images: images ?? noImages,
    modality: chosen?.name ?? '',
    file: (chosen && files.get(chosen.path)) ?? null,
    grid: (chosen && answer?.imageGrids[chosen.path]) ?? null,
  };
}

const noImages: CaseImage[] = [];

/** How the case on screen lies, for what is told beside its picture. */
export function useShownOrientation(): CaseOrientation | null {
  const answer = useShownAnswerStore((facts) => facts.answer);
  const { grid } = useShownImage();
  return useMemo(() => answer && caseOrientation(answer.geometry, grid), [answer, grid]);
}
