import type { Interval } from './interval';
import { type ScoreForm, type StructureScoreKey, scoresAt } from './scoreKinds';

/** How many steps a scale of acceptability has; i18n/messages/rating.ts says each in words. */
export const ratingScales = { five: 5, three: 3 } as const;

export type RatingScale = keyof typeof ratingScales;

export const ratingScaleNames = Object.keys(ratingScales) as RatingScale[];

/** One prediction to be rated. */
export interface RatedItem {
  caseId: string;
  model: string;
}

/** What is rated and how it is shown; settled before the first rating and never changed. */
export interface RatingStudy {
  seed: number;
  /** In the order of rating. */
  items: readonly RatedItem[];
  scale: RatingScale;
  drawing: 'outline' | 'fill';
  /** The reference stands beside the prediction. */
  isReferenceShown: boolean;
}

export interface Rating {
  /** 1 is the least acceptable; null while only words are there. */
  step: number | null;
  text: string;
  /** False for what was rated after the models were shown. */
  isBlinded: boolean;
}

/** One of several scores against the ratings: Spearman's ρ with its interval over cases. */
export interface RatingCorrelation {
  /** Ratings that have this score. */
  count: number;
  rho: number;
  interval: Interval;
}

/** One of the scores that ratings are held against. */
export interface RatedScore {
  key: StructureScoreKey | 'shiftMm';
  form: ScoreForm;
  unit: string;
}

/** Every score that has a mean, and the contour shift, which a structure has from its pair. */
export const ratedScores: readonly RatedScore[] = [
  ...scoresAt('means'),
  { key: 'shiftMm', form: 'measure', unit: 'mm' },
];
