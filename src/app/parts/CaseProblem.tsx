import type { Problem } from '../../domain/errors';
import { useTranslate } from '../../i18n/translate';
import { useShownAnswerStore } from '../../stores/shownAnswerStore';
import { ProblemLine } from './ProblemLine';

/** Why the case on screen has no scores; once, when the same reason stands where its picture would be. */
export function CaseProblem({ problem }: { problem: Problem }) {
  const { t } = useTranslate();
  const isSaid = useShownAnswerStore(
    ({ problem: shown }) => shown?.code === problem.code && shown.file === problem.file,
  );
  return isSaid ? <p className="quiet">{t('scores.notScored')}</p> : <ProblemLine problem={problem} />;
}
