import { type Ref, Suspense, useCallback } from 'react';
import { navigate } from '../../actions/navigate';
import { chosenStructure } from '../../domain/chosenStructure';
import type { LabelScheme } from '../../domain/labelScheme';
import type { PlacedPane } from '../../domain/panes';
import type { View } from '../../domain/view';
import { type Translate, useTranslate } from '../../i18n/translate';
import { useShownPairStore } from '../../stores/shownPairStore';
import { useViewStore, type ViewFacts } from '../../stores/viewStore';
import type { PaneHandle } from '../../viewer/CasePane';
import { ProblemLine } from '../ProblemLine';
import { heatRegion } from '../reconstruction/useShownVolume';
import { CasePane, drawnAs } from './casePaneLoader';
import { PaneHeader } from './PaneHeader';
import { usePaneVolume } from './usePaneVolume';

interface ShownPaneProps {
  pane: PlacedPane;
  scheme: LabelScheme;
  image: File | null;
  modality: string;
  shares: ReadonlyMap<string, number>;
  isPresented: boolean;
  clip?: string;
  ref?: Ref<PaneHandle>;
}

/** One pane under its own choice of view, model and drawing. */
export function ShownPane(props: ShownPaneProps) {
  const { pane, scheme, image, modality, shares, isPresented, clip, ref } = props;
  const { t } = useTranslate();
  const view = useViewStore();
  const problem = useShownPairStore((facts) => facts.otherProblems[pane.model]);
  const { volume, view: shown } = usePaneVolume(pane, scheme);
  const onVoxel = useCallback((voxel: [number, number, number]) => navigate({ voxel }), []);
  const title = paneTitle(t, pane, shown, scheme, view);
  const { opacity, outlineWidth } = drawnAs(shown.kind === 'heat' ? 'fill' : pane.drawing, view.opacity);
  return (
    <section
      className="pane-frame"
      data-place={pane.place}
      style={clip ? { clipPath: clip } : undefined}
      aria-label={title}
    >
      {isPresented ? <p className="pane-header pane-title">{title}</p> : <PaneHeader pane={pane} />}
      {volume ? (
        <Suspense fallback={<div />}>
          <CasePane
            ref={ref}
            image={image}
            modality={modality}
            pair={volume}
            scheme={scheme}
            view={shown}
            layout={view.layout}
            shares={shares}
            opacity={opacity}
            outlineWidth={outlineWidth}
            voxel={view.voxel}
            onVoxel={onVoxel}
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

/** What a pane shows, in words: for screen readers, and on saved pictures. */
export function paneTitle(
  t: Translate,
  pane: Pick<PlacedPane, 'model'>,
  { kind }: View,
  scheme: LabelScheme,
  facts: Pick<ViewFacts, 'structure' | 'model' | 'thresholdStep'>,
): string {
  const structure = chosenStructure(scheme, facts.structure);
  const region = kind === 'heat' ? scheme.regions[heatRegion(structure, scheme)].name : '';
  const title = region ? t('view.heatOf', { region }) : t(`view.${kind}`);
  const isOther = pane.model !== facts.model && kind !== 'reference';
  if (isOther) return `${title} · ${pane.model}`;
  const isRepainted =
    facts.thresholdStep !== null && !['reference', 'heat', 'nesting', 'differences', 'models'].includes(kind);
  if (!isRepainted) return title;
  return t('view.repaintedAt', { view: title, threshold: (facts.thresholdStep! / 256).toFixed(3) });
}
