import { Group } from '@mantine/core';
import { isLeftOut } from '../../domain/cohortRow';
import { dimensionsOf } from '../../domain/geometry';
import { type LabelScheme, structureKey } from '../../domain/labelScheme';
import { lesionProfiles } from '../../domain/lesions';
import type { CaseScores, Counts, NoNumberReason } from '../../domain/results';
import { formatMeasure } from '../../i18n/formatNumber';
import { sizeWords } from '../../i18n/sizeWords';
import { useTranslate } from '../../i18n/translate';
import { useViewStore } from '../../stores/viewStore';
import { Score } from '../Score';
import { ScrollX } from '../ScrollX';
import { LesionProfileSelect } from './LesionProfileSelect';
import { LesionTable } from './LesionTable';
import { StructureButton } from './StructureButton';

function whyNone(overlap: Counts): NoNumberReason {
  return isLeftOut(overlap) ? 'left-out' : 'not-computed';
}

/** Lesion-wise scores of every structure, and the lesions behind those of the chosen one. */
export function LesionSection({
  scores,
  scheme,
  missing,
}: {
  scores: CaseScores;
  scheme: LabelScheme;
  /** What to say while nothing is measured. */
  missing: string;
}) {
  const { t } = useTranslate();
  const chosen = useViewStore((view) => view.structure);
  const { dilations, thresholdMm3 } = lesionProfiles[scores.convention.lesionProfile];
  const dimensions = dimensionsOf(scores.result);
  const isMeasured = scores.structures.some(({ lesions }) => lesions !== null);
  const listed =
    scores.structures.find(({ structure }) => structureKey(structure) === chosen) ?? scores.structures[0];
  return (
    <section aria-label={t('measures.lesions')}>
      <Group justify="space-between" mb={4}>
        <h2>{t('measures.lesions')}</h2>
        <LesionProfileSelect />
      </Group>
      {!isMeasured && <p className="quiet">{missing}</p>}
      {isMeasured && (
        <>
          <p className="quiet convention">
            {t('measures.lesionRule', { dilations, threshold: thresholdMm3, ...sizeWords(dimensions, t) })}
          </p>
          <ScrollX>
            <table className="numbers">
              <thead>
                <tr>
                  <th scope="col">{t('scores.structure')}</th>
                  <th scope="col">{t('scores.dice')}</th>
                  <th scope="col">{t('measures.hd95')}</th>
                  <th scope="col">{t('measures.found')}</th>
                  <th scope="col">{t('measures.missed')}</th>
                  <th scope="col">{t('measures.falsePositives')}</th>
                </tr>
              </thead>
              <tbody>
                {scores.structures.map(({ structure, overlap, lesions }) => (
                  <tr key={structureKey(structure)} aria-selected={structure === listed?.structure}>
                    <th scope="row">
                      <StructureButton structure={structure} scheme={scheme} />
                    </th>
                    <td>
                      <Score value={lesions?.dice ?? Number.NaN} reason={whyNone(overlap)} />
                    </td>
                    <td>
                      <Score
                        value={lesions?.hd95Mm ?? Number.NaN}
                        reason={whyNone(overlap)}
                        format={formatMeasure}
                      />
                    </td>
                    <td>{lesions?.truePositives}</td>
                    <td>{lesions?.falseNegatives}</td>
                    <td>{lesions?.falsePositives}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollX>
          {listed?.lesions && (
            <LesionTable
              key={structureKey(listed.structure)}
              structure={listed.structure}
              scores={listed.lesions}
              dimensions={dimensions}
            />
          )}
        </>
      )}
    </section>
  );
}
