import { Group } from '@mantine/core';
import { profileTitles } from '../../../derived/profileTitles';
import { defaultTauMm } from '../../../domain/contourShift';
import { dimensionsOf, edgesMm } from '../../../domain/geometry';
import type { LabelScheme } from '../../../domain/labelScheme';
import type { CaseScores } from '../../../domain/results';
import { scoresAt } from '../../../domain/scoreKinds';
import { formatMeasure } from '../../../i18n/formatNumber';
import { shapeOf } from '../../../i18n/sizeWords';
import { useTranslate } from '../../../i18n/translate';
import { TauInput } from '../../parts/TauInput';
import { StructuresTable } from './StructuresTable';

const kinds = scoresAt('case').filter(({ from }) => from === 'surface');

/** How far the surfaces of reference and prediction lie apart, structure by structure. */
export function SurfaceSection({
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
  const shape = shapeOf(dimensionsOf(scores.result));
  const surfaces = t('measures.surfaces', shape);
  const tau = formatMeasure(scores.tauMm);
  const isMeasured = scores.structures.some(({ surface }) => surface !== null);
  return (
    <section aria-label={surfaces}>
      <Group justify="space-between" mb={4}>
        <h2>{surfaces}</h2>
        <TauInput defaultMm={defaultTauMm(edgesMm(scores.result))} />
      </Group>
      {!isMeasured && <p className="quiet">{missing}</p>}
      {isMeasured && (
        <>
          <p className="quiet convention">
            {t('measures.surfacesOf', { ...shape, tau, profile: profileTitles[scores.convention.profile] })}
          </p>
          <StructuresTable scores={scores} scheme={scheme} kinds={kinds} />
        </>
      )}
    </section>
  );
}
