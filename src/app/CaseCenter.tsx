import { useRef } from 'react';
import { shareOpacity } from '../actions/changePanes';
import { toggleHidden } from '../actions/navigate';
import { chosenImage } from '../domain/cohort';
import { type LabelScheme, structureKey } from '../domain/labelScheme';
import type { PlacedPane } from '../domain/panes';
import { useTranslate } from '../i18n/translate';
import { useCohortStore } from '../stores/cohortStore';
import { useShownPairStore } from '../stores/shownPairStore';
import { useViewStore } from '../stores/viewStore';
import type { PaneHandle } from '../viewer/CasePane';
import { Legend } from '../viewer/Legend';
import { ProblemLine } from './ProblemLine';
import { PaneGrid, usePanes, useShares } from './panes/PaneGrid';
import { PictureMenu } from './panes/PictureMenu';
import { useShownViews } from './panes/useShownViews';
import { RepaintedNotice } from './reconstruction/RepaintedNotice';
import { useRepaintedDices } from './reconstruction/useRepaintedDices';
import { useScoresOf } from './useScores';
import { ViewBar } from './ViewBar';

/** The picture of the case on screen, with what it shows chosen above it. */
export function CaseCenter() {
  const { t } = useTranslate();
  const caseId = useViewStore((view) => view.caseId);
  const wanted = useViewStore((view) => view.modality);
  const scheme = useCohortStore((facts) => facts.scheme);
  const files = useCohortStore((facts) => facts.files);
  const isClosed = useCohortStore((facts) => facts.closedFiles.size > 0);
  const { pair, loadingKey, problem } = useShownPairStore();
  const handles = useRef(new Map<PlacedPane['place'], PaneHandle>());
  // While the next case is read, the previous one stays, with its own image.
  const shownCase = pair ? pair.key.split('\n')[0] : caseId;
  const images = useCohortStore((facts) => facts.cohort?.cases.find(({ id }) => id === shownCase)?.images);
  if (!scheme) return null;
  if (files.size === 0)
    return <p className="case-center quiet">{t(isClosed ? 'session.filesClosed' : 'view.noFiles')}</p>;
  const chosen = chosenImage(images ?? [], wanted);
  const image = (chosen && files.get(chosen.path)) ?? null;
  return (
    <div className="case-center">
      <ViewBar scheme={scheme} modalities={(images ?? []).map(({ name }) => name)}>
        {pair && <PictureMenu scheme={scheme} handles={handles} />}
      </ViewBar>
      <div className="panes">
        {problem && <ProblemLine problem={problem} />}
        {pair && <PaneGrid scheme={scheme} image={image} modality={chosen?.name ?? ''} handles={handles} />}
      </div>
      {pair && <ShownLegend scheme={scheme} />}
      <p className="quiet case-status" role="status">
        {loadingKey ? t('view.loading', { case: loadingKey.split('\n')[0] }) : <RepaintedNotice />}
      </p>
    </div>
  );
}

function ShownLegend({ scheme }: { scheme: LabelScheme }) {
  const { caseId, model } = useViewStore();
  const shown = useShownViews(usePanes(), scheme);
  const shares = useShares();
  const scores = useScoresOf(caseId, model);
  const repainted = useRepaintedDices(scheme);
  const saved = () =>
    Object.fromEntries(
      (scores?.structures ?? []).map(({ structure, overlap }) => [structureKey(structure), overlap.dice]),
    );
  return (
    <Legend
      shown={shown}
      scheme={scheme}
      shares={shares}
      dices={repainted ?? saved()}
      onToggle={toggleHidden}
      onShare={shareOpacity}
    />
  );
}
