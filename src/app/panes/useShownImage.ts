import { type CaseImage, chosenImage } from '../../domain/cohort';
import { useCohortStore } from '../../stores/cohortStore';
import { useShownPairStore } from '../../stores/shownPairStore';
import { useViewStore } from '../../stores/viewStore';

interface ShownImage {
  images: readonly CaseImage[];
  /** The modality shown; '' for a case without images. */
  modality: string;
  /** null where there is none, or while its file is not open. */
  file: File | null;
}

/** The image under the labels. While the next case is read, the previous one stays, with its own image. */
export function useShownImage(): ShownImage {
  const caseId = useViewStore((view) => view.caseId);
  const wanted = useViewStore((view) => view.modality);
  const shownCase = useShownPairStore(({ pair }) => pair?.key.split('\n')[0]) ?? caseId;
  const files = useCohortStore((facts) => facts.files);
  const images = useCohortStore((facts) => facts.cohort?.cases.find(({ id }) => id === shownCase)?.images);
  const chosen = chosenImage(images ?? noImages, wanted);
  return {
    images: images ?? noImages,
    modality: chosen?.name ?? '',
    file: (chosen && files.get(chosen.path)) ?? null,
  };
}

const noImages: CaseImage[] = [];
