import { lazy } from 'react';
import type { PaneDrawing } from '../../../domain/panes';

/** NiiVue weighs more than the rest of the page, so it comes with the first picture. */
export const CasePane = lazy(async () => ({ default: (await import('../../../viewer/CasePane')).CasePane }));

const outlinePx = 1.5;
/** An outline alone still tells inside from outside. */
const outlinedOpacity = 0;

/** The settings of a pane that make a drawing of it. */
export function drawnAs(drawing: PaneDrawing, opacity: number): { opacity: number; outlineWidth: number } {
  return {
    opacity: drawing === 'outline' ? outlinedOpacity : opacity,
    outlineWidth: drawing === 'fill' ? 0 : outlinePx,
  };
}
