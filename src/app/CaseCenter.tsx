import { lazy, Suspense, useCallback } from 'react';
import { navigate, toggleHidden } from '../actions/navigate';
import type { CaseImage } from '../domain/cohort';
import type { Cause } from '../domain/errorCause';
import { type LabelScheme, pairsOf, structureKey, structuresOf } from '../domain/labelScheme';
import type { View, ViewKind } from '../domain/view';
import { useTranslate } from '../i18n/translate';
import { useCohortStore } from '../stores/cohortStore';
import { useShownPairStore } from '../stores/shownPairStore';
import { useViewStore } from '../stores/viewStore';
import { Legend } from '../viewer/Legend';
import { ProblemLine } from './ProblemLine';
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
  const panes: { place: 'left' | 'right'; view: View }[] = [
    { place: 'right', view: viewOf(view.view, scheme, view.structure, view.cause) },
  ];
  if (view.isSideBySide) {
    // Both panes stay: to open one again costs more than to change its view.
    panes.unshift({ place: 'left', view: { kind: view.view === 'reference' ? 'prediction' : 'reference' } });
  }
  return (
    <div className="case-center">
      <ViewBar scheme={scheme} modalities={(images ?? []).map(({ name }) => name)} />
      <div className="panes">
        {problem && <ProblemLine problem={problem} />}
        {pair && (
          <Suspense fallback={null}>
            {panes.map((pane) => (
              <CasePane
                key={pane.place}
                image={image}
                pair={pair}
                scheme={scheme}
                view={pane.view}
                layout={view.layout}
                hidden={view.hidden}
                opacity={view.opacity}
                outlineWidth={view.isOutlined ? outlinePx : 0}
                voxel={view.voxel}
                onVoxel={onVoxel}
                label={t(`view.${pane.view.kind}`)}
              />
            ))}
          </Suspense>
        )}
      </div>
      {pair && (
        <Legend
          view={panes[panes.length - 1].view}
          scheme={scheme}
          values={pair.values}
          hidden={view.hidden}
          onToggle={toggleHidden}
        />
      )}
      <p className="quiet case-status" role="status">
        {loadingKey && t('view.loading', { case: loadingKey.split('\n')[0] })}
      </p>
    </div>
  );
}

function chosenImage(images: CaseImage[], modality: string | null): CaseImage | undefined {
  return images.find(({ name }) => name === modality) ?? images[0];
}

/** The view of a kind for the chosen structure; causes need a pair, so the nearest one is taken. */
function viewOf(kind: ViewKind, scheme: LabelScheme, key: string | null, only: Cause | null): View {
  const structures = structuresOf(scheme);
  const structure = structures.find((item) => structureKey(item) === key) ?? structures[0];
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
    default:
      return { kind };
  }
}
