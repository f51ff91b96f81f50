import { type Ref, Suspense, useCallback } from 'react';
import { enlargePane } from '../../../actions/enlargePane';
import { navigate } from '../../../actions/navigate';
import { usePaneVolume } from '../../../derived/usePaneVolume';
import type { ShownImage } from '../../../derived/useShownImage';
import type { LabelScheme } from '../../../domain/labelScheme';
import type { VoxelBox } from '../../../domain/pairCodes';
import type { PlacedPane } from '../../../domain/panes';
import { useTranslate } from '../../../i18n/translate';
import { useShownAnswerStore } from '../../../stores/shownAnswerStore';
import { useViewStore } from '../../../stores/viewStore';
import type { PaneHandle } from '../../../viewer/CasePane';
import { ProblemLine } from '../ProblemLine';
import { CasePane, drawnAs } from './casePaneLoader';
import { PaneHeader } from './PaneHeader';
import { paneTitle } from './paneTitle';

interface ShownPaneProps {
  pane: PlacedPane;
  scheme: LabelScheme;
  image: ShownImage;
  shares: ReadonlyMap<string, number>;
  labels: VoxelBox | null;
  /** Another pane stands alone for a while; this one keeps its canvas. */
  isHidden: boolean;
  isPresented: boolean;
  clip?: string;
  ref?: Ref<PaneHandle>;
}

/** One pane under its own choice of view, model and drawing. */
export function ShownPane(props: ShownPaneProps) {
  const { pane, scheme, image, shares, labels, isHidden, isPresented, clip, ref } = props;
  const { t } = useTranslate();
  const view = useViewStore();
  const problem = useShownAnswerStore((facts) => facts.otherProblems[pane.model]);
  const { volume, view: shown } = usePaneVolume(pane, scheme);
  const onVoxel = useCallback((voxel: [number, number, number]) => navigate({ voxel }), []);
  const title = paneTitle(t, pane, shown, scheme, view);
  const { opacity, outlineWidth } = drawnAs(shown.kind === 'heat' ? 'fill' : pane.drawing, view.opacity);
  return (
    <section
      className="pane-frame"
      data-place={pane.place}
      hidden={isHidden}
      style={clip ? { clipPath: clip } : undefined}
      aria-label={title}
    >
      {isPresented ? <p className="pane-header pane-title">{title}</p> : <PaneHeader pane={pane} />}
      {volume ? (
        <Suspense fallback={<div />}>
          <CasePane
            ref={ref}
            image={image.file}
            imageGrid={image.grid}
            modality={image.modality}
            pair={volume}
            scheme={scheme}
            view={shown}
            layout={view.layout}
            shares={shares}
            opacity={opacity}
            outlineWidth={outlineWidth}
            voxel={view.voxel}
            onVoxel={onVoxel}
            labels={labels}
            onEnlarge={(layout) => enlargePane(pane.place, layout)}
            isNoticed={pane.place === 'main'}
            label={title}
          />
        </Suspense>
      ) : (
        <div className="pane-missing">
          {problem ? (
            <ProblemLine problem={problem} />
          ) : (
            <p>{t('view.noPrediction', { model: pane.model })}</p>
          )}
        </div>
      )}
    </section>
  );
}
