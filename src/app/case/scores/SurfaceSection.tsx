import { Group } from '@mantine/core';
import { profileTitles } from '../../../derived/profileTitles';
import { defaultTauMm } from '../../../domain/contourShift';
import { dimensionsOf, edgesMm } from '../../../domain/geometry';
import { type LabelScheme, structureKey } from '../../../domain/labelScheme';
import type { CaseScores } from '../../../domain/results';
import { scoresAt } from '../../../domain/scoreKinds';
import { formatMeasure } from '../../../i18n/formatNumber';
import { formatsOf, scoreHint, scoreTitle } from '../../../i18n/scoreWords';
import { shapeOf } from '../../../i18n/sizeWords';
import { useTranslate } from '../../../i18n/translate';
import { Score } from '../../parts/Score';
import { ScrollX } from '../../parts/ScrollX';
import { TauInput } from '../../parts/TauInput';
import { StructureButton } from './StructureButton';

const columns = scoresAt('case').filter(({ from }) => from === 'surface');

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
  const dimensions = dimensionsOf(scores.result);
  const shape = shapeOf(dimensions);
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
          <ScrollX>
            <table className="numbers">
              <thead>
                <tr>
                  <th scope="col">{t('scores.structure')}</th>
                  {columns.map((kind) => (
                    <th key={kind.key} scope="col" title={scoreHint(kind, dimensions, t)}>
                      {scoreTitle(kind, t)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {scores.structures.map((own) => (
                  <tr key={structureKey(own.structure)}>
                    <th scope="row">
                      <StructureButton structure={own.structure} scheme={scheme} />
                    </th>
                    {columns.map((kind) => (
                      <td key={kind.key} title={scoreHint(kind, dimensions, t)}>
                        <Score {...kind.take(own)} format={formatsOf[kind.form]} />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollX>
        </>
      )}
    </section>
  );
}
