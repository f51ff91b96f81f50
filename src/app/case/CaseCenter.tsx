import { useRef } from 'react';
import { useShownImage } from '../../derived/useShownImage';
import { partsOfKey } from '../../domain/cohort';
import type { PlacedPane } from '../../domain/panes';
import { useTranslate } from '../../i18n/translate';
import { useCohortStore } from '../../stores/cohortStore';
import { useShownAnswerStore } from '../../stores/shownAnswerStore';
import type { PaneHandle } from '../../viewer/CasePane';
import { ProblemLine } from '../parts/ProblemLine';
import { PaneGrid } from '../parts/panes/PaneGrid';
import { PictureMenu } from '../parts/panes/PictureMenu';
import { ShownLegend } from '../parts/panes/ShownLegend';
import { RepaintedNotice } from './reconstruction/RepaintedNotice';
import { ViewBar } from './ViewBar';

/** The picture of the case on screen, with what it shows chosen above it. */
export function CaseCenter() {
  const { t } = useTranslate();
  const scheme = useCohortStore((facts) => facts.scheme);
  const isEmpty = useCohortStore((facts) => facts.files.size === 0);
  const isClosed = useCohortStore((facts) => facts.closedFiles.size > 0);
  const { answer, loadingKey, problem } = useShownAnswerStore();
  const image = useShownImage();
  const handles = useRef(new Map<PlacedPane['place'], PaneHandle>());
  if (!scheme) return null;
  if (isEmpty)
    return <p className="case-center quiet">{t(isClosed ? 'session.filesClosed' : 'view.noFiles')}</p>;
  return (
    <div className="case-center">
      <ViewBar scheme={scheme} modalities={image.images.map(({ name }) => name)}>
        {answer && <PictureMenu scheme={scheme} handles={handles} />}
      </ViewBar>
      <div className="panes">
        {problem && <ProblemLine problem={problem} />}
        {answer && <PaneGrid scheme={scheme} image={image} handles={handles} />}
        <p className="case-status" role="status">
          {loadingKey ? t('view.loading', { case: partsOfKey(loadingKey)[0] }) : <RepaintedNotice />}
        </p>
      </div>
      {answer && <ShownLegend scheme={scheme} hasScores />}
    </div>
  );
}
