import type { NoNumberReason } from '../domain/noNumber';
import type { MessageKey, Translate } from './translate';

/** Why a number does not exist, in a few words. */
export function noNumberText(reason: NoNumberReason | null, t: Translate): string {
  return t(reason ? reasonKeys[reason] : 'scores.reasonUndefined');
}

const reasonKeys: Record<NoNumberReason, MessageKey> = {
  'both-empty': 'scores.reasonBothEmpty',
  'reference-empty': 'scores.reasonReferenceEmpty',
  'prediction-empty': 'scores.reasonPredictionEmpty',
  'never-reached': 'measures.reasonNeverReached',
  'no-background': 'scores.reasonUndefined',
  'not-computed': 'measures.reasonNotComputed',
  'left-out': 'scores.reasonLeftOut',
  'other-dimensions': 'measures.reasonOtherDimensions',
};
