import { dimensionsOf } from '../../domain/geometry';
import { useCohortStore } from '../../stores/cohortStore';
import { useShownPairStore } from '../../stores/shownPairStore';
import { useShownImage, useShownOrientation } from '../panes/useShownImage';
import { ProfileStrip } from './ProfileStrip';
import { SpotReadout } from './SpotReadout';
import './failures.css';

/** Under the picture: what is at the crosshair, and where along the slices the errors lie. */
export function UnderPicture() {
  const pair = useShownPairStore((facts) => facts.pair);
  const scheme = useCohortStore((facts) => facts.scheme);
  const { modality, file, grid } = useShownImage();
  const orientation = useShownOrientation();
  if (!pair || !scheme || !orientation) return null;
  return (
    <div className="under-picture">
      <SpotReadout
        pair={pair}
        scheme={scheme}
        image={file && { name: modality, file, grid }}
        orientation={orientation}
      />
      {dimensionsOf(pair.geometry) === 3 && (
        <ProfileStrip pair={pair} scheme={scheme} grid={orientation.geometry} />
      )}
    </div>
  );
}
