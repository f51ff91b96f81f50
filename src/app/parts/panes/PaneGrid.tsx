import { type KeyboardEvent, type PointerEvent, type RefObject, useMemo, useRef } from 'react';
import { moveCurtain } from '../../../actions/changePanes';
import type { ShownImage } from '../../../derived/useShownImage';
import type { LabelScheme } from '../../../domain/labelScheme';
import type { VoxelBox } from '../../../domain/pairCodes';
import { type PlacedPane, placedPanes } from '../../../domain/panes';
import { jointBox, labelledBox } from '../../../domain/sliceCounts';
import { useTranslate } from '../../../i18n/translate';
import { useCohortStore } from '../../../stores/cohortStore';
import { useShownAnswerStore } from '../../../stores/shownAnswerStore';
import { useViewStore } from '../../../stores/viewStore';
import type { PaneHandle } from '../../../viewer/CasePane';
import { ShownPane } from './ShownPane';
import './panes.css';

const noModels: string[] = [];

/** The panes on screen, as they are chosen. */
export function usePanes(): PlacedPane[] {
  const models = useCohortStore(({ cohort }) => cohort?.models ?? noModels);
  const { arrangement, sidePanes, model, view, drawing, isBlinking } = useViewStore();
  return useMemo(
    () => placedPanes({ arrangement, sidePanes, model: model ?? '', view, drawing, isBlinking }, models),
    [arrangement, sidePanes, model, view, drawing, isBlinking, models],
  );
}

/** What share of the opacity each structure gets; 0 for those that are switched off. */
export function useShares(): ReadonlyMap<string, number> {
  const hidden = useViewStore((view) => view.hidden);
  const shares = useViewStore((view) => view.shares);
  return useMemo(
    () => new Map([...Object.entries(shares), ...hidden.map((key) => [key, 0] as const)]),
    [hidden, shares],
  );
}

/** Where anything is labelled in any of the answers on screen: no pane may leave it out, and all show the same part. */
function useLabelledBox(): VoxelBox | null {
  const { answer, others } = useShownAnswerStore();
  return useMemo(() => {
    const boxes = [answer, ...Object.values(others)].flatMap(
      (shown) => (shown && labelledBox(shown.slices, shown.pairs)) ?? [],
    );
    return boxes.length === 0 ? null : boxes.reduce(jointBox);
  }, [answer, others]);
}

interface PaneGridProps {
  scheme: LabelScheme;
  image: ShownImage;
  handles: RefObject<Map<PlacedPane['place'], PaneHandle>>;
  /** Titles stand where one would choose what the panes show. */
  isPresented?: boolean;
}

/** One, two or four panes, or two over each other with a curtain between them. */
export function PaneGrid({ scheme, image, handles, isPresented = false }: PaneGridProps) {
  const { arrangement, curtain, enlarged } = useViewStore();
  const labels = useLabelledBox();
  const panes = usePanes();
  const shares = useShares();
  const alone = panes.find(({ place }) => place === enlarged?.place)?.place ?? null;
  const isCurtain = arrangement === 'curtain' && alone === null;
  return (
    <div className="pane-grid" data-arrangement={alone === null ? arrangement : 'one'}>
      {panes.map((pane) => (
        <ShownPane
          // Panes that stay keep their canvas: to open one again costs more than to change its view.
          key={pane.place}
          ref={(handle) => {
            if (handle) handles.current.set(pane.place, handle);
            return () => {
              handles.current.delete(pane.place);
            };
          }}
          pane={pane}
          scheme={scheme}
          image={image}
          shares={shares}
          labels={labels}
          isHidden={alone !== null && alone !== pane.place}
          isPresented={isPresented}
          clip={isCurtain && pane.place === 'main' ? `inset(0 0 0 ${100 * curtain}%)` : undefined}
        />
      ))}
      {isCurtain && <CurtainLine />}
    </div>
  );
}

const keyStep = 0.02;

/** The line that parts two pictures; dragged, or moved by the arrow keys. */
function CurtainLine() {
  const { t } = useTranslate();
  const curtain = useViewStore((view) => view.curtain);
  const line = useRef<HTMLDivElement>(null);
  const follow = ({ clientX, buttons }: PointerEvent) => {
    const grid = line.current?.parentElement?.getBoundingClientRect();
    if (grid && buttons === 1) moveCurtain((clientX - grid.left) / grid.width);
  };
  const step = (event: KeyboardEvent) => {
    const sign = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!sign) return;
    event.stopPropagation();
    event.preventDefault();
    moveCurtain(curtain + sign * keyStep);
  };
  return (
    <div
      ref={line}
      className="curtain-line"
      role="slider"
      tabIndex={0}
      aria-label={t('view.curtainLine')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(100 * curtain)}
      style={{ left: `${100 * curtain}%` }}
      onPointerDown={({ pointerId }) => line.current?.setPointerCapture(pointerId)}
      onPointerMove={follow}
      onKeyDown={step}
    />
  );
}
