import { findingsOf } from '../../derived/caseFindings';
import { sceneVoxels } from '../../derived/sceneVoxels';
import { scoresNow } from '../../derived/useScores';
import { viewOf } from '../../derived/viewOf';
import { answerKey } from '../../domain/cohort';
import { ProblemError } from '../../domain/errors';
import type { LabelScheme } from '../../domain/labelScheme';
import type { PairCodes } from '../../domain/pairCodes';
import { placedPanes } from '../../domain/panes';
import { planeOfLayout } from '../../domain/planeAxis';
import type { CaseScores } from '../../domain/results';
import type { Scene } from '../../domain/scenes';
import { defaultStep } from '../../domain/thresholds';
import { isRepainted, pairViewKinds, type View, type ViewKind } from '../../domain/view';
import type { Translate } from '../../i18n/translate';
import type { ReportScene } from '../../report/reportContent';
import { useAnswersStore } from '../../stores/answersStore';
import { useCohortStore } from '../../stores/cohortStore';
import { useScenesStore } from '../../stores/scenesStore';
import { paneTitle } from '../parts/panes/paneTitle';
import { sceneRemark, sceneTitle } from '../parts/sceneTexts';
import type { ReportNames } from './reportNames';
import { type AskedSlice, slicePictures } from './slicePictures';

/** The scenes for a report, one after the other: a talk has few, and each has volumes of its own. */
export async function reportScenes(
  scheme: LabelScheme,
  names: ReportNames,
  t: Translate,
  signal: AbortSignal,
  onScene: (done: number, total: number) => void,
): Promise<ReportScene[]> {
  const kept = useScenesStore.getState().scenes.now;
  const made: ReportScene[] = [];
  for (const [done, scene] of kept.entries()) {
    onScene(done, kept.length);
    made.push(await sceneOf(scene, scheme, names, t, signal));
  }
  return made;
}

/** One scene: its caption, its facts, and its main view at its slice, drawn in a worker. */
async function sceneOf(
  scene: Scene,
  scheme: LabelScheme,
  names: ReportNames,
  t: Translate,
  signal: AbortSignal,
): Promise<ReportScene> {
  const { caseId, model } = scene.picture;
  const scores = scoresNow(caseId, model);
  const drawn = scores
    ? await pictureOf(scene, scores, scheme, t, signal)
    : { slice: null, remark: null, noPicture: t('scenes.noNumbers') };
  return {
    caption: names.hide(sceneTitle(scene, scheme, t)),
    case: names.of(caseId),
    model,
    findings: scores && findingsOf(scores, scene.picture.structure),
    ...drawn,
  };
}

async function pictureOf(
  scene: Scene,
  { result }: CaseScores,
  scheme: LabelScheme,
  t: Translate,
  signal: AbortSignal,
): Promise<Pick<ReportScene, 'slice' | 'remark' | 'noPicture'>> {
  const { picture } = scene;
  try {
    const { view, voxels } = await drawable(picture, scheme, signal);
    // Without the voxels of its threshold the map is drawn as saved, and called so.
    const shown = voxels ? picture : { ...picture, thresholdStep: null };
    const structure = 'structure' in view ? ` · ${view.structure.name}` : '';
    const asked: AskedSlice = {
      layers: [{ name: `${paneTitle(t, picture, view, scheme, shown)}${structure}`, view }],
      isWrong: (reference, prediction) => reference !== prediction,
      ...(picture.voxel && { at: { plane: planeOfLayout(picture.layout), voxel: picture.voxel } }),
    };
    const hidden = picture.hidden.map((key) => [key, 0] as const);
    const drawing = {
      modality: picture.modality,
      opacity: picture.opacity,
      shares: new Map([...Object.entries(picture.shares), ...hidden]),
      voxels,
    };
    const { rows, noPictures } = await slicePictures(result, scheme, [asked], drawing, t, signal);
    return { slice: rows[0] ?? null, remark: voxels && sceneRemark(scene, t), noPicture: noPictures };
  } catch (reason) {
    if (!(reason instanceof ProblemError)) throw reason;
    return { slice: null, remark: null, noPicture: t('report.noPicture', { detail: reason.problem.code }) };
  }
}

/**
 * The view of a scene with its voxels (null for the saved maps). Without the files that it needs it is drawn from
 * the saved maps, or as the errors of its structure.
 */
async function drawable(
  picture: Scene['picture'],
  scheme: LabelScheme,
  signal: AbortSignal,
): Promise<{ view: View; voxels: PairCodes | null }> {
  const { structure, cause, thresholdStep } = picture;
  const models = useCohortStore.getState().cohort?.models ?? [];
  const [main] = placedPanes({ ...picture, arrangement: 'one', isBlinking: false }, models);
  const { answers } = useAnswersStore.getState();
  const indistinct = answers[answerKey(picture.caseId ?? '', main.model)]?.result?.indistinct;
  const compared: [string, string] = [main.model, main.otherModel ?? ''];
  const of = (kind: ViewKind) =>
    viewOf(kind, scheme, structure, cause, thresholdStep ?? defaultStep, compared, indistinct);
  const view = of(main.view);
  const isOfSavedMaps = pairViewKinds.includes(view.kind) && !isRepainted(view.kind, thresholdStep);
  if (isOfSavedMaps) return { view, voxels: null };
  const voxels = await sceneVoxels(picture, view, scheme, signal);
  const isDrawable = voxels !== null || pairViewKinds.includes(view.kind);
  return { view: isDrawable ? view : of('errors'), voxels };
}
