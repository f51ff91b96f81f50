import { useRated } from '../../derived/useRated';
import { useCohortStore } from '../../stores/cohortStore';
import { useRatingStore } from '../../stores/ratingStore';
import { RatingProgress } from './RatingProgress';
import { RatingResults } from './RatingResults';
import { RatingSetup } from './RatingSetup';
import './rating.css';

/** A blinded rating from its setting up to its results. */
export function RatingTab() {
  const scheme = useCohortStore((facts) => facts.scheme);
  const isRevealed = useRatingStore((facts) => facts.isRevealed);
  const rated = useRated();
  if (!rated) return <RatingSetup />;
  if (isRevealed && scheme) return <RatingResults rated={rated} scheme={scheme} />;
  return <RatingProgress rated={rated} />;
}
