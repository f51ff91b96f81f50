import { Anchor } from '@mantine/core';
import { moveThreshold } from '../../../actions/navigate';
import { useShownRegions } from '../../../derived/useShownVolume';
import { THRESHOLD_STEPS } from '../../../domain/thresholds';
import { formatScore } from '../../../i18n/formatNumber';
import { useTranslate } from '../../../i18n/translate';
import { useViewStore } from '../../../stores/viewStore';
import '../../parts/reconstruction.css';

/** Says under the picture that it shows another threshold than the saved map, and leads back. */
export function RepaintedNotice() {
  const { t } = useTranslate();
  const step = useViewStore((view) => view.thresholdStep);
  const regions = useShownRegions();
  if (step === null || !regions?.steps) return null;
  return (
    <span className="repainted-notice">
      {t('reconstruction.repaintedNotice', { threshold: formatScore(step / THRESHOLD_STEPS) })}{' '}
      <Anchor component="button" type="button" onClick={() => moveThreshold(null)}>
        {t('reconstruction.showSaved')}
      </Anchor>
    </span>
  );
}
