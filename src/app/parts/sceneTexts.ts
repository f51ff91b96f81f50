import { chosenStructure } from '../../domain/chosenStructure';
import type { LabelScheme } from '../../domain/labelScheme';
import { missingOf } from '../../domain/picture';
import type { Scene } from '../../domain/scenes';
import { isRepainted } from '../../domain/view';
import { formatThreshold } from '../../i18n/formatNumber';
import type { Translate } from '../../i18n/translate';
import { useCohortStore } from '../../stores/cohortStore';

/** What a scene is called: its caption, or what it shows while it has none. */
export function sceneTitle({ caption, picture }: Scene, scheme: LabelScheme | null, t: Translate): string {
  if (caption.trim() !== '' || !scheme) return caption.trim() || picture.caseId;
  const { name } = chosenStructure(scheme, picture.structure);
  return t('scenes.titleOf', { case: picture.caseId, structure: name });
}

/** Says that the numbers of a scene are not those of its picture, where that is repainted; else null. */
export function sceneRemark({ picture: { view, thresholdStep } }: Scene, t: Translate): string | null {
  if (!isRepainted(view, thresholdStep)) return null;
  return t('scenes.factsOfSaved', { threshold: formatThreshold(thresholdStep!) });
}

/** Why a scene cannot be shown among the open files; null when it can. */
export function useMissing(scene: Scene | undefined, t: Translate): string | null {
  const cohort = useCohortStore((facts) => facts.cohort);
  const missing = scene ? missingOf(scene.picture, cohort) : null;
  if (!scene || missing === null) return null;
  const names = { case: scene.picture.caseId, model: scene.picture.model };
  return t(missing === 'case' ? 'scenes.missingCase' : 'scenes.missingModel', names);
}
