import { chosenImage } from '../../domain/cohort';
import { useCohortStore } from '../../stores/cohortStore';
import { useShownPairStore } from '../../stores/shownPairStore';
import { useViewStore } from '../../stores/viewStore';
import { ProfileStrip } from './ProfileStrip';
import { SpotReadout } from './SpotReadout';
import './failures.css';

/** Under the picture: what is at the crosshair, and where along the slices the errors lie. */
export function UnderPicture() {
  const pair = useShownPairStore((facts) => facts.pair);
  const scheme = useCohortStore((facts) => facts.scheme);
  const modality = useViewStore((view) => view.modality);
  const files = useCohortStore((facts) => facts.files);
  const shownCase = pair?.key.split('\n')[0];
  const images = useCohortStore((facts) => facts.cohort?.cases.find(({ id }) => id === shownCase)?.images);
  if (!pair || !scheme) return null;
  const chosen = chosenImage(images ?? [], modality);
  const file = chosen && files.get(chosen.path);
  return (
    <div className="under-picture">
      <SpotReadout pair={pair} scheme={scheme} image={chosen && file ? { name: chosen.name, file } : null} />
      <ProfileStrip pair={pair} scheme={scheme} />
    </div>
  );
}
