import { create } from 'zustand';
import { type Camera, type IntensityWindow, startCamera } from '../domain/camera';

export interface CameraFacts extends Camera {
  /** By modality; '' for images without one. */
  windows: Readonly<Record<string, IntensityWindow>>;
}

export const useCameraStore = create<CameraFacts>(() => ({ ...startCamera, windows: {} }));
