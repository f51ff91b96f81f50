import { Group } from '@mantine/core';
import { dimensionsOf } from '../../../domain/geometry';
import { type LabelScheme, structureKey } from '../../../domain/labelScheme';
import { lesionProfiles } from '../../../domain/lesions';
import type { CaseScores } from '../../../domain/results';
import { scoresAt } from '../../../domain/scoreKinds';
import { sizeWords } from '../../../i18n/sizeWords';
import { useTranslate } from '../../../i18n/translate';
import { useViewStore } from '../../../stores/viewStore';
import { LesionProfileSelect } from '../../parts/LesionProfileSelect';
import { LesionTable } from './LesionTable';
import { StructuresTable } from './StructuresTable';

const kinds = scoresAt('case').filter(({ from }) => from === 'lesions');

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
          <StructuresTable
            scores={scores}
            scheme={scheme}
            kinds={kinds}
            isSelected={({ structure }) => structure === listed?.structure}
          />
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
