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

export function toggleCrosshair(): void {
  useCameraStore.setState(({ hasCrosshair }) => ({ hasCrosshair: !hasCrosshair }));
}

/** Between the voxels of the image, or each voxel as it is. */
export function toggleSmooth(): void {
  useCameraStore.setState(({ isSmooth }) => ({ isSmooth: !isSmooth }));
}

/** Everything as at the start: the whole head, the contrast of the modality, crosshair, the 3D picture from its side. */
export function resetCamera(modality: string): void {
  useCameraStore.setState({ ...startCamera, hasCrosshair: true, isSmooth: true });
  setWindow(modality, autoWindow);
}
