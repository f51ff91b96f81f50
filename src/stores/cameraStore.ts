import { create } from 'zustand';
import { type Camera, type IntensityWindow, startCamera } from '../domain/camera';

export interface CameraFacts extends Camera {
  /** By modality; '' for images without one. */
  windows: Readonly<Record<string, IntensityWindow>>;
  hasCrosshair: boolean;
  /** Whether the image is interpolated between its voxels. */
  isSmooth: boolean;
}

export const useCameraStore = create<CameraFacts>(() => ({
  ...startCamera,
  windows: {},
  hasCrosshair: true,
  isSmooth: true,
}));
