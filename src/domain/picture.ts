import type { Camera, IntensityWindow } from './camera';
import type { Cohort } from './cohort';
import type { Cause } from './errorCause';
import type { PaneArrangement, PaneDrawing, SidePane } from './panes';
import type { SliceLayout, ViewKind } from './view';

/** What a picture is of: the part that the address names at all times. */
export interface PicturePlace {
  caseId: string | null;
  model: string | null;
  /** structureKey of the structure that errors and causes are shown of. */
  structure: string | null;
  view: ViewKind;
  /** The only cause that the view of causes shows; null for all three. */
  cause: Cause | null;
  layout: SliceLayout;
  /** Voxel of the label maps; null until a case is shown. */
  voxel: [number, number, number] | null;
}

/** How the panes are drawn. */
export interface PaneSettings {
  modality: string | null;
  opacity: number;
  arrangement: PaneArrangement;
  /** How the main pane is drawn. */
  drawing: PaneDrawing;
  /** The panes beside the main one, as far as the arrangement has room for them. */
  sidePanes: readonly SidePane[];
  /** structureKeys that are switched off in the picture. */
  hidden: string[];
  /** structureKeys with a share of the opacity other than 1. */
  shares: Readonly<Record<string, number>>;
  /** The main pane shows what the first of the others shows. */
  isBlinking: boolean;
  /** Where the curtain parts two pictures, 0 to 1 from the left. */
  curtain: number;
  /** The prediction is repainted at this threshold (256ths); null shows the map as saved. */
  thresholdStep: number | null;
}

/** Everything that a picture depends on beside its place. */
export interface PictureSettings extends PaneSettings {
  camera: Camera;
  /** The contrast of the images of its modality. */
  window: IntensityWindow;
}

/** What is on screen, complete: whoever has the same files open sees the same. Links and scenes hold it. */
export interface Picture extends PicturePlace, PictureSettings {
  caseId: string;
  model: string;
}

/** Why a picture cannot be shown among the open files; null when it can. */
export function missingOf(
  { caseId, model }: Pick<Picture, 'caseId' | 'model'>,
  cohort: Cohort | null,
): 'case' | 'model' | null {
  const item = cohort?.cases.find(({ id }) => id === caseId);
  if (!item) return 'case';
  return item.predictions.some((prediction) => prediction.model === model) ? null : 'model';
}
