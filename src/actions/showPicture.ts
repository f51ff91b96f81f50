import { autoWindow } from '../domain/camera';
import { type Cohort, chosenImage } from '../domain/cohort';
import { ownValue } from '../domain/ownValue';
import { missingOf, type Picture, type PictureSettings } from '../domain/picture';
import { paneFieldNames, picked } from '../domain/pictureFields';
import { useCameraStore } from '../stores/cameraStore';
import { useCohortStore } from '../stores/cohortStore';
import { useRatingStore } from '../stores/ratingStore';
import { useScenesStore } from '../stores/scenesStore';
import { type AddressedSelection, type Selection, useViewStore, type ViewFacts } from '../stores/viewStore';
import { moveCamera, setWindow } from './moveCamera';
import { navigate } from './navigate';
import { readAhead } from './screen/shownAnswers';

/** The picture on screen; null while no case is. */
export function pictureOnScreen(): Picture | null {
  const facts = useViewStore.getState();
  const { caseId, model, structure, view, cause, layout, voxel } = facts;
  const { windows, framing, panMm, zoom, azimuth, elevation, renderZoom } = useCameraStore.getState();
  if (caseId === null || model === null) return null;
  const item = useCohortStore.getState().cohort?.cases.find(({ id }) => id === caseId);
  const modality = chosenImage(item?.images ?? [], facts.modality)?.name ?? null;
  return {
    ...{ caseId, model, structure, view, cause, layout, voxel },
    ...picked(facts, paneFieldNames),
    modality,
    camera: { framing, panMm, zoom, azimuth, elevation, renderZoom },
    window: ownValue(windows, modality ?? '') ?? autoWindow,
  };
}

/** Shows a picture exactly as it was, on the screen of its case. */
export function showPicture(picture: Picture): void {
  show(picture, { screen: 'case' });
}

/** Presents a scene, counted from 1; one whose case or model is not there says so on its screen. */
export function presentScene(scene: number): void {
  const scenes = useScenesStore.getState().scenes.now;
  const found = scenes.at(scene - 1);
  if (found && missingOf(found.picture, useCohortStore.getState().cohort) === null) {
    show(found.picture, { screen: 'present', scene });
    const next = scenes[scene]?.picture;
    if (next) readAhead(next.caseId, next.model);
  } else navigate({ screen: 'present', scene });
}

/** Goes where an address points, and draws as a link says. */
export function goTo(selection: AddressedSelection, settings: Partial<PictureSettings>): void {
  if (selection.screen === 'present') presentScene(selection.scene);
  else drawAndGo(selection, settings);
}

/** The tab that the address asked for, if any. */
export function tabOf(wanted: ViewFacts['wanted']): Pick<AddressedSelection, 'tab'> {
  return wanted?.selection.tab ? { tab: wanted.selection.tab } : {};
}

/** Whether what the address asked for is among the files that are open now. */
export function isWantedThere(wanted: ViewFacts['wanted'], cohort: Cohort | null): boolean {
  const { screen, caseId } = wanted?.selection ?? {};
  if (screen === 'present') return useScenesStore.getState().scenes.now.length > 0;
  if (screen === 'rate') return useRatingStore.getState().study !== null;
  return screen === 'case' && (cohort?.cases.some(({ id }) => id === caseId) ?? false);
}

function show(picture: Picture, on: Partial<Selection>): void {
  const { caseId, model, structure, view, cause, layout, voxel, ...settings } = picture;
  drawAndGo({ ...on, caseId, model, structure, view, cause, layout, voxel }, settings);
}

function drawAndGo(selection: Partial<Selection>, settings: Partial<PictureSettings>): void {
  const { camera, window, ...panes } = settings;
  useViewStore.setState({ ...panes, enlarged: null });
  // A scene of before heads were framed shows the whole field.
  if (camera) moveCamera({ ...camera, framing: camera.framing ?? 'field' });
  if (window) setWindow(useViewStore.getState().modality ?? '', window);
  navigate(selection);
  // After the case, which begins at the threshold of its saved map.
  if (panes.thresholdStep != null) useViewStore.setState({ thresholdStep: panes.thresholdStep });
}
