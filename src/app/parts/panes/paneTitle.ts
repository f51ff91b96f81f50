import { heatRegion } from '../../../derived/useShownVolume';
import { chosenStructure } from '../../../domain/chosenStructure';
import type { LabelScheme } from '../../../domain/labelScheme';
import type { PlacedPane } from '../../../domain/panes';
import type { PaneSettings, PicturePlace } from '../../../domain/picture';
import { isRepainted, type View } from '../../../domain/view';
import { formatThreshold } from '../../../i18n/formatNumber';
import type { Translate } from '../../../i18n/translate';

/** What a pane shows, in words: for screen readers, and on saved pictures. */
export function paneTitle(
  t: Translate,
  pane: Pick<PlacedPane, 'model'>,
  { kind }: View,
  scheme: LabelScheme,
  facts: Pick<PicturePlace, 'structure' | 'model'> & Pick<PaneSettings, 'thresholdStep'>,
): string {
  const structure = chosenStructure(scheme, facts.structure);
  const region = kind === 'heat' ? scheme.regions[heatRegion(structure, scheme)].name : '';
  const title = region ? t('view.heatOf', { region }) : t(`view.${kind}`);
  const isOther = pane.model !== facts.model && kind !== 'reference';
  if (isOther) return `${title} · ${pane.model}`;
  if (!isRepainted(kind, facts.thresholdStep)) return title;
  return t('view.repaintedAt', { view: title, threshold: formatThreshold(facts.thresholdStep!) });
}
