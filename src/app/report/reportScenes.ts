import type { LabelScheme } from '../../domain/labelScheme';
import { planeOfLayout } from '../../domain/planeAxis';
import type { CaseScores } from '../../domain/results';
import type { Scene } from '../../domain/scenes';
import type { PairView, View, ViewKind } from '../../domain/view';
import type { Translate } from '../../i18n/translate';
import { findingsOf } from '../../kernels/caseFindings';
import type { ReportScene } from '../../report/reportContent';
import { useScenesStore } from '../../stores/scenesStore';
import { defaultStep, viewOf } from '../panes/viewOf';
import { sceneTitle } from '../scenes/sceneTexts';
import { scoresNow } from '../useScores';
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
  const { slice, noPicture } = scores
    ? await pictureOf(scene, scores, scheme, t, signal)
    : { slice: null, noPicture: t('scenes.noNumbers') };
  return {
    caption: names.hide(sceneTitle(scene, scheme, t)),
    case: names.of(caseId),
    model,
    findings: scores && findingsOf(scores, scene.picture.structure),
    slice,
    noPicture,
  };
}

async function pictureOf(
  { picture }: Scene,
  { result }: CaseScores,
  scheme: LabelScheme,
  t: Translate,
  signal: AbortSignal,
): Promise<Pick<ReportScene, 'slice' | 'noPicture'>> {
  const view = drawableView(picture.view, scheme, picture);
  const structure = 'structure' in view ? ` · ${view.structure.name}` : '';
  const asked: AskedSlice = {
    layers: [{ name: `${t(`view.${view.kind}`)}${structure}`, view }],
    isWrong: (reference, prediction) => reference !== prediction,
    ...(picture.voxel && { at: { plane: planeOfLayout(picture.layout), voxel: picture.voxel } }),
  };
  const hidden = picture.hidden.map((key) => [key, 0] as const);
  const drawing = {
    modality: picture.modality,
    opacity: picture.opacity,
    shares: new Map([...Object.entries(picture.shares), ...hidden]),
  };
  const { rows, noPictures } = await slicePictures(result, scheme, [asked], drawing, t, signal);
  return { slice: rows[0] ?? null, noPicture: noPictures };
}

/** What needs more than the two label maps is shown as the errors of its structure, and is called so. */
function drawableView(
  kind: ViewKind,
  scheme: LabelScheme,
  { structure, cause }: Pick<Scene['picture'], 'structure' | 'cause'>,
): PairView {
  const of = (wanted: ViewKind) => viewOf(wanted, scheme, structure, cause, defaultStep, ['', '']);
  const view = of(kind);
  return isOfPair(view) ? view : (of('errors') as PairView);
}

function isOfPair(view: View): view is PairView {
  return !['models', 'nesting', 'heat', 'differences'].includes(view.kind);
}
