import type { RatingScale, RatingStudy } from '../../domain/rating';
import type { MessageKey, Translate } from '../../i18n/translate';

const steps = {
  five: ['rating.five1', 'rating.five2', 'rating.five3', 'rating.five4', 'rating.five5'],
  three: ['rating.three1', 'rating.three2', 'rating.three3'],
} as const satisfies Record<RatingScale, readonly MessageKey[]>;

export const scaleTitles = { five: 'rating.scaleFive', three: 'rating.scaleThree' } as const;

/** The steps of a scale in words, the least acceptable first. */
export function stepWords(scale: RatingScale, t: Translate): string[] {
  return steps[scale].map((key) => t(key));
}

/** How a study was set up, in one line: seed, scale, drawing, reference. */
export function settingsLine({ seed, scale, drawing, isReferenceShown }: RatingStudy, t: Translate): string {
  return t('rating.settings', {
    seed,
    scale: t(scaleTitles[scale]),
    drawing: t(drawing === 'outline' ? 'rating.drawnOutline' : 'rating.drawnFill'),
    reference: t(isReferenceShown ? 'rating.referenceShown' : 'rating.referenceHidden'),
  });
}
