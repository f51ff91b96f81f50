import { autoWindow, type Camera, type IntensityWindow, startCamera } from '../domain/camera';
import { useCameraStore } from '../stores/cameraStore';

/** Moves, zooms or turns all panes. */
export function moveCamera(change: Partial<Camera>): void {
  useCameraStore.setState(change);
}

/** Sets the contrast of a modality in all panes. */
export function setWindow(modality: string, window: IntensityWindow): void {
  useCameraStore.setState(({ windows }) => ({ windows: { ...windows, [modality]: window } }));
}

/** Everything as at the start: the whole slice, the contrast of the modality, the 3D picture from its side. */
export function resetCamera(modality: string): void {
  useCameraStore.setState(startCamera);
  setWindow(modality, autoWindow);
}
