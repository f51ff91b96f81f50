import { useShownImage, useShownOrientation } from '../../../derived/useShownImage';
import { dimensionsOf } from '../../../domain/geometry';
import { useCohortStore } from '../../../stores/cohortStore';
import { useShownAnswerStore } from '../../../stores/shownAnswerStore';
import { ProfileStrip } from './ProfileStrip';
import { SpotReadout } from './SpotReadout';
import './failures.css';

/** Under the picture: what is at the crosshair, and where along the slices the errors lie. */
export function UnderPicture() {
  const answer = useShownAnswerStore((facts) => facts.answer);
  const scheme = useCohortStore((facts) => facts.scheme);
  const { modality, file, grid } = useShownImage();
  const orientation = useShownOrientation();
  if (!answer || !scheme || !orientation) return null;
  return (
    <div className="under-picture">
      <SpotReadout
        answer={answer}
        scheme={scheme}
        image={file && { name: modality, file, grid }}
        orientation={orientation}
      />
      {dimensionsOf(answer.geometry) === 3 && (
        <ProfileStrip answer={answer} scheme={scheme} grid={orientation.geometry} />
      )}
    </div>
  );
}
