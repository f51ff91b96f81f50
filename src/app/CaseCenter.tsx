import { lazy, Suspense, useCallback, useMemo } from 'react';
import { navigate, toggleHidden } from '../actions/navigate';
import type { CaseImage } from '../domain/cohort';
import type { Cause } from '../domain/errorCause';
import { type LabelScheme, pairsOf, type Structure, structureKey, structuresOf } from '../domain/labelScheme';
import type { PairCodes } from '../domain/pairCodes';
import type { View, ViewKind } from '../domain/view';
import { useTranslate } from '../i18n/translate';
import { nestedPairs } from '../kernels/reconstruction/nestedRegions';
import { useCohortStore } from '../stores/cohortStore';
import { useShownPairStore } from '../stores/shownPairStore';
import { useViewStore } from '../stores/viewStore';
import { Legend } from '../viewer/Legend';
import { ProblemLine } from './ProblemLine';
import { heatRegion, useShownRegions, useShownVolume } from './reconstruction/useShownVolume';
import { ViewBar } from './ViewBar';

const CasePane = lazy(async () => ({ default: (await import('../viewer/CasePane')).CasePane }));

const outlinePx = 1.5;

/** The picture of the case on screen, with what it shows chosen above it. */
export function CaseCenter() {
  const { t } = useTranslate();
  const view = useViewStore();
  const scheme = useCohortStore((facts) => facts.scheme);
  const files = useCohortStore((facts) => facts.files);
  const { pair, loadingKey, problem } = useShownPairStore();
  // While the next case is read, the previous one stays, with its own image.
  const shownCase = pair ? pair.key.split('\n')[0] : view.caseId;
  const images = useCohortStore((facts) => facts.cohort?.cases.find(({ id }) => id === shownCase)?.images);
  const onVoxel = useCallback((voxel: [number, number, number]) => navigate({ voxel }), []);
  if (!scheme) return null;
  if (files.size === 0) return <p className="case-center quiet">{t('view.noFiles')}</p>;
  const chosen = chosenImage(images ?? [], view.modality);
  const image = (chosen && files.get(chosen.path)) ?? null;
  // Both panes stay: to open one again costs more than to change its view.
  const panes: { place: 'left' | 'right'; kind: ViewKind }[] = [{ place: 'right', kind: view.view }];
  if (view.isSideBySide) {
    panes.unshift({ place: 'left', kind: view.view === 'reference' ? 'prediction' : 'reference' });
  }
  return (
    <div className="case-center">
      <ViewBar scheme={scheme} modalities={(images ?? []).map(({ name }) => name)} />
      <div className="panes">
        {problem && <ProblemLine problem={problem} />}
        {pair && (
          <Suspense fallback={null}>
            {panes.map(({ place, kind }) => (
              <ShownPane
                key={place}
                kind={kind}
                pair={pair}
                scheme={scheme}
                image={image}
                onVoxel={onVoxel}
              />
            ))}
          </Suspense>
        )}
      </div>
      {pair && <ShownLegend pair={pair} scheme={scheme} />}
      <p className="quiet case-status" role="status">
        {loadingKey && t('view.loading', { case: loadingKey.split('\n')[0] })}
      </p>
    </div>
  );
}

interface ShownPaneProps {
  kind: ViewKind;
  pair: PairCodes;
  scheme: LabelScheme;
  image: File | null;
  onVoxel: (voxel: [number, number, number]) => void;
}

/** One pane; while the raw regions that its view needs are read, it shows the pair as it is. */
function ShownPane({ kind, pair, scheme, image, onVoxel }: ShownPaneProps) {
  const { t } = useTranslate();
  const { structure, cause, thresholdStep, layout, hidden, opacity, isOutlined, voxel } = useViewStore();
  const regions = useShownRegions();
  const volume = useShownVolume(kind, structureOf(scheme, structure), scheme);
  const shown = volume ? kind : 'prediction';
  const step = regions?.steps ? thresholdStep : null;
  const shownView = useMemo(
    () => viewOf(shown, scheme, structure, cause, step ?? defaultStep),
    [shown, scheme, structure, cause, step],
  );
  const name =
    shown === 'heat' ? scheme.regions[heatRegion(structureOf(scheme, structure), scheme)].name : '';
  const label = name ? t('view.heatOf', { region: name }) : t(`view.${shown}`);
  const isRepainted = step !== null && !['reference', 'heat', 'nesting', 'differences'].includes(shown);
  return (
    <CasePane
      image={image}
      pair={volume ?? pair}
      scheme={scheme}
      view={shownView}
      layout={layout}
      hidden={hidden}
      opacity={opacity}
      // Every step of a probability would get an outline of its own.
      outlineWidth={isOutlined && shown !== 'heat' ? outlinePx : 0}
      voxel={voxel}
      onVoxel={onVoxel}
      label={isRepainted ? t('view.repaintedAt', { view: label, threshold: (step / 256).toFixed(3) }) : label}
    />
  );
}

function ShownLegend({ pair, scheme }: { pair: PairCodes; scheme: LabelScheme }) {
  const { view, structure, cause, thresholdStep, hidden } = useViewStore();
  const volume = useShownVolume(view, structureOf(scheme, structure), scheme);
  return (
    <Legend
      view={viewOf(volume ? view : 'prediction', scheme, structure, cause, thresholdStep ?? defaultStep)}
      scheme={scheme}
      values={(volume ?? pair).values}
      hidden={hidden}
      onToggle={toggleHidden}
    />
  );
}

/** nnU-Net's 0.5 in 256ths. */
const defaultStep = 128;

function chosenImage(images: CaseImage[], modality: string | null): CaseImage | undefined {
  return images.find(({ name }) => name === modality) ?? images[0];
}

function structureOf(scheme: LabelScheme, key: string | null): Structure {
  const structures = structuresOf(scheme);
  return structures.find((item) => structureKey(item) === key) ?? structures[0];
}

/** The view of a kind for the chosen structure; causes need a pair, so the nearest one is taken. */
function viewOf(
  kind: ViewKind,
  scheme: LabelScheme,
  key: string | null,
  only: Cause | null,
  thresholdStep: number,
): View {
  const structure = structureOf(scheme, key);
  switch (kind) {
    case 'regions':
      return { kind, of: 'prediction' };
    case 'structure':
      return { kind, of: 'prediction', structure };
    case 'errors':
      return { kind, structure };
    case 'causes': {
      const pairs = pairsOf(scheme);
      const pair = pairs.find(({ region, label }) =>
        [region, label].some((item) => structureKey(item) === key),
      );
      return pairs.length > 0 ? { kind, pair: pair ?? pairs[0], only } : { kind: 'errors', structure };
    }
    case 'nesting':
      return { kind, violations: nestedPairs(scheme.regions) };
    case 'heat':
      return { kind, thresholdStep };
    default:
      return { kind };
  }
}
