import type { SideDoubt } from '../domain/geometry';
import type { Plane } from '../domain/planeAxis';
import type { Translate } from './translate';

/** What stands at the four sides of a slice. */
export interface SideLetters {
  left: string;
  right: string;
  top: string;
  bottom: string;
}

/** The sides of the patient in a slice of any picture, the patient's right on the left; no letter where there is doubt. */
export function sideLetters(plane: Plane, doubt: SideDoubt | null, t: Translate): SideLetters {
  if (doubt) return { left: '?', right: '?', top: '?', bottom: '?' };
  const [rear, front] = [t('view.rear'), t('view.front')];
  const [left, right] = plane === 'sagittal' ? [rear, front] : [t('view.right'), t('view.left')];
  const [top, bottom] = plane === 'axial' ? [front, rear] : [t('view.head'), t('view.feet')];
  return { left, right, top, bottom };
}

/** Why letters are missing, in words; null where they are not. */
export function sideDoubtText(doubt: SideDoubt | null, t: Translate): string | null {
  if (doubt === null) return null;
  return t(doubt === 'contradicting' ? 'view.sideContradicting' : 'view.sideUnplaced');
}
