import { useRef } from 'react';
import { useShownImage } from '../../derived/useShownImage';
import { answerKey } from '../../domain/cohort';
import type { PlacedPane } from '../../domain/panes';
import type { Scene } from '../../domain/scenes';
import { useTranslate } from '../../i18n/translate';
import { useCohortStore } from '../../stores/cohortStore';
import { useShownAnswerStore } from '../../stores/shownAnswerStore';
import type { PaneHandle } from '../../viewer/CasePane';
import { ProblemLine } from '../parts/ProblemLine';
import { PaneGrid } from '../parts/panes/PaneGrid';
import { ShownLegend } from '../parts/panes/ShownLegend';

/** The panes of a scene. They answer the hand as ever; the kept scene stays as it is. */
export function PresentedPicture({ scene }: { scene: Scene }) {
  const { t } = useTranslate();
  const scheme = useCohortStore((facts) => facts.scheme);
  const isEmpty = useCohortStore((facts) => facts.files.size === 0);
  const isClosed = useCohortStore((facts) => facts.closedFiles.size > 0);
  const { answer, problem } = useShownAnswerStore();
  const image = useShownImage();
  const handles = useRef(new Map<PlacedPane['place'], PaneHandle>());
  const { caseId, model } = scene.picture;
  if (!scheme) return null;
  if (isEmpty || problem) {
    return (
      <div className="present-missing">
        {problem ? (
          <ProblemLine problem={problem} />
        ) : (
          <p>{t(isClosed ? 'session.filesClosed' : 'view.noFiles')}</p>
        )}
      </div>
    );
  }
  // The picture of another case beside this one's words would be wrong.
  const isThere = answer?.key === answerKey(caseId, model);
  return (
    <div className="present-picture" data-waiting={!isThere || undefined}>
      {!isThere && (
        <p className="present-waiting" role="status">
          {t('view.loading', { case: caseId })}
        </p>
      )}
      {answer && (
        <>
          <PaneGrid scheme={scheme} image={image} handles={handles} isPresented />
          <ShownLegend scheme={scheme} hasScores={false} />
        </>
      )}
    </div>
  );
}
