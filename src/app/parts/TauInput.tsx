import { Tooltip } from '@mantine/core';
import { changeView } from '../../actions/navigate';
import { largestTauMm } from '../../domain/contourShift';
import { useTranslate } from '../../i18n/translate';
import { useViewStore } from '../../stores/viewStore';
import { NumberField } from './NumberField';

/** The tolerance τ; emptied, it goes back to the default, which is shown in grey. */
export function TauInput({ defaultMm }: { defaultMm: number | null }) {
  const { t } = useTranslate();
  const tauMm = useViewStore((view) => view.tauMm);
  return (
    <Tooltip label={t('measures.tauHint')}>
      <NumberField
        size="xs"
        w={156}
        aria-label={t('measures.tau')}
        leftSection="τ"
        suffix=" mm"
        placeholder={defaultMm === null ? '' : `${defaultMm} mm`}
        min={0}
        max={largestTauMm}
        step={0.5}
        decimalScale={2}
        value={tauMm}
        onCommit={(value) => changeView({ tauMm: value })}
      />
    </Tooltip>
  );
}
