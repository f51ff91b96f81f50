import type { LabelScheme } from '../../../domain/labelScheme';
import type { PairScores } from '../../../domain/results';
import { joinSentences } from '../../../i18n/joinSentences';
import { shiftSentences, shiftVerdict } from '../../../i18n/shiftSentences';
import { useTranslate } from '../../../i18n/translate';
import { Fold } from '../../parts/Fold';
import { ShiftView } from './ShiftView';

/** Whether the label's contour itself is worse, in mm. */
export function ContourFold({ scheme, scores }: { scheme: LabelScheme; scores: PairScores }) {
  const { t } = useTranslate();
  const summary = (
    <>
      {t('gap.isContourWorse')} <strong>{shiftVerdict(scores, t)}</strong>
    </>
  );
  return (
    <Fold summary={summary}>
      <p>{joinSentences(shiftSentences(scores, t))}</p>
      <ShiftView scheme={scheme} scores={scores} />
    </Fold>
  );
}
