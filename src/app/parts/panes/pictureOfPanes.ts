import { shownGrid } from '../../../actions/shownGrid';
import { profileTitles } from '../../../derived/profileTitles';
import { scoresNow } from '../../../derived/useScores';
import { chosenStructure } from '../../../domain/chosenStructure';
import { partsOfKey } from '../../../domain/cohort';
import { type LabelScheme, structureKey } from '../../../domain/labelScheme';
import { type PlacedPane, placedPanes } from '../../../domain/panes';
import { flatPlane, isPlane, planeAxis } from '../../../domain/planeAxis';
import type { ViewKind } from '../../../domain/view';
import { formatScore } from '../../../i18n/formatNumber';
import { t } from '../../../i18n/translate';
import { useCohortStore } from '../../../stores/cohortStore';
import { useShownAnswerStore } from '../../../stores/shownAnswerStore';
import { useViewStore, type ViewFacts } from '../../../stores/viewStore';
import type { PaneHandle } from '../../../viewer/CasePane';
import { legendOf } from '../../../viewer/legendEntries';
import { composePicture, type PicturedPane } from './composePicture';
import { shownViews } from './useShownViews';

/** Views that show one structure, which a picture must name. */
const ofStructure: readonly ViewKind[] = ['structure', 'errors', 'causes', 'models'];

/** The slice on screen by its number, where there is one. */
function planeText({ layout, voxel }: Pick<ViewFacts, 'layout' | 'voxel'>): string {
  const grid = shownGrid();
  const only = grid && flatPlane(grid);
  if (only) return t(`view.${only}`);
  const plane = t(`view.${layout}`);
  if (!isPlane(layout) || !grid || !voxel) return plane;
  const axis = planeAxis(layout, grid);
  return t('words.sliceOf', { plane, slice: voxel[axis] + 1, total: grid.shape[axis] });
}

/** The panes as they are on screen, on one canvas at `scale` pixels per CSS pixel, and a name for its file. */
export function pictureOfPanes(
  scheme: LabelScheme,
  handles: ReadonlyMap<PlacedPane['place'], PaneHandle>,
  scale: number,
): { canvas: HTMLCanvasElement; name: string } {
  const facts = useViewStore.getState();
  const models = useCohortStore.getState().cohort?.models ?? [];
  const panes = placedPanes({ ...facts, model: facts.model ?? '' }, models);
  const grid = document.querySelector('.pane-grid')!;
  const area = grid.getBoundingClientRect();
  const { answer } = useShownAnswerStore.getState();
  const caseId = answer ? partsOfKey(answer.key)[0] : '';
  const structure = chosenStructure(scheme, facts.structure);
  const pictured = panes.map((pane): PicturedPane => {
    const frame = grid.querySelector(`.pane-frame[data-place="${pane.place}"]`)!;
    const { left, top, width, height } = frame.getBoundingClientRect();
    return {
      title: `${frame.getAttribute('aria-label')}${ofStructure.includes(pane.view) ? ` · ${structure.name}` : ''}`,
      left: left - area.left,
      top: top - area.top,
      width,
      height,
      titleHeight: frame.firstElementChild!.getBoundingClientRect().height,
      picture: handles.get(pane.place)?.picture(scale) ?? null,
      from: facts.arrangement === 'curtain' && pane.place === 'main' ? facts.curtain : 0,
    };
  });
  const scores = scoresNow(facts.caseId, facts.model);
  const dices = new Map(
    (scores?.structures ?? []).map(({ structure, overlap }) => [structureKey(structure), overlap.dice]),
  );
  const legend = legendOf(shownViews(panes, scheme), scheme, t).map((entry) => {
    const dice = dices.get(entry.id);
    return { ...entry, score: dice === undefined ? '' : `Dice ${formatScore(dice)}` };
  });
  const place = t('view.voxelOf', { plane: planeText(facts), voxel: (facts.voxel ?? []).join(', ') });
  const canvas = composePicture(
    {
      width: area.width,
      height: area.height,
      panes: pictured,
      title: `${caseId} · ${facts.model ?? ''} · ${place}`,
      legend,
      footer: `RegionLens ${__APP_VERSION__} · ${t('app.scheme')}: ${scheme.name} · ${t('app.convention')}: ${profileTitles[facts.profile]}`,
    },
    scale,
  );
  return {
    canvas,
    name: `${caseId}-${facts.model ?? ''}-${facts.view}`.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_'),
  };
}
