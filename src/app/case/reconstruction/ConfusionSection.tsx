import { navigate } from '../../../actions/navigate';
import { mixUpOf } from '../../../derived/mixUpOf';
import { placeOfMost } from '../../../derived/placeOfMost';
import { useShownVolume } from '../../../derived/useShownVolume';
import type { LabelScheme } from '../../../domain/labelScheme';
import { countedCodes } from '../../../domain/pairCodes';
import { errorColors, labelColor } from '../../../domain/palette';
import type { Confusion } from '../../../domain/results';
import { formatCount } from '../../../i18n/formatNumber';
import { labelText, mixUpNumbers, renamingText } from '../../../i18n/reconstructionSentences';
import { useTranslate } from '../../../i18n/translate';

interface ConfusionSectionProps {
  confusion: Confusion;
  scheme: LabelScheme;
}

/** The joint histogram as a picture, each cell leading to its voxels, and what it says of mixed-up labels. */
export function ConfusionSection({ confusion, scheme }: ConfusionSectionProps) {
  const { t } = useTranslate();
  const anyStructure = { kind: 'label' as const, name: '', labels: [] };
  const volume = useShownVolume('confusion', anyStructure, scheme);
  const mixUp = mixUpOf(confusion, scheme.ignoreLabel);
  const { labels, counts } = confusion;
  const show = (reference: number, prediction: number) => {
    if (!volume) return;
    const isCounted = countedCodes(
      volume.pairs,
      (first, second) => first === reference && second === prediction,
    );
    navigate({ view: 'confusion', voxel: placeOfMost(volume, isCounted) });
  };
  return (
    <section>
      <h2>{t('reconstruction.mixUp')}</h2>
      <p className={mixUp ? 'verdict-lead' : undefined}>
        {mixUp
          ? t('reconstruction.mixUpCase', {
              renamed: renamingText(mixUp.renamed, t),
              ...mixUpNumbers(mixUp),
            })
          : t('reconstruction.mixUpNone')}
      </p>
      <h2>{t('reconstruction.confusion')}</h2>
      <p className="quiet">{t('reconstruction.confusionHint')}</p>
      <div className="scroll-x">
        <table className="numbers confusion-matrix">
          <thead>
            <tr>
              <th scope="col">
                {t('words.reference')} ↓ {t('words.prediction')} →
              </th>
              {labels.map((label) => (
                <th key={label} scope="col">
                  {labelText(scheme, label, t)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {labels.map((reference, row) => {
              const total = counts[row].reduce((sum, voxels) => sum + voxels, 0);
              return (
                <tr key={reference}>
                  <th scope="row">{labelText(scheme, reference, t)}</th>
                  {labels.map((prediction, column) => {
                    const voxels = counts[row][column];
                    const share = total > 0 ? voxels / total : 0;
                    return (
                      <td key={prediction}>
                        <button
                          type="button"
                          disabled={voxels === 0 || !volume || reference === prediction}
                          style={{ background: tint(scheme, reference, prediction, share) }}
                          title={t('reconstruction.confusionCell', {
                            reference: labelText(scheme, reference, t),
                            prediction: labelText(scheme, prediction, t),
                            voxels: formatCount(voxels),
                          })}
                          onClick={() => show(reference, prediction)}
                        >
                          {formatCount(voxels)}
                          <small>
                            {total > 0 ? t('words.percent', { value: (100 * share).toFixed(1) }) : '–'}
                          </small>
                        </button>
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** The colour that these voxels have in the picture, stronger for a larger share of the reference label. */
function tint(scheme: LabelScheme, reference: number, prediction: number, share: number): string {
  const color =
    reference === prediction
      ? errorColors.hit
      : prediction === 0
        ? errorColors.missed
        : reference === 0
          ? errorColors.extra
          : labelColor(scheme, prediction);
  const strength = reference === prediction ? 22 * share : share === 0 ? 0 : 8 + 62 * Math.sqrt(share);
  return `color-mix(in srgb, ${color} ${strength.toFixed(1)}%, transparent)`;
}
