import { Group } from '@mantine/core';
import { defaultTauMm } from '../../domain/contourShift';
import { edgesMm } from '../../domain/geometry';
import { type LabelScheme, structureKey } from '../../domain/labelScheme';
import type { CaseScores, StructureSurface } from '../../domain/results';
import { formatMeasure, formatScore } from '../../i18n/formatNumber';
import { useTranslate } from '../../i18n/translate';
import { profileTitles } from '../profileTitles';
import { Score } from '../Score';
import { ScrollX } from '../ScrollX';
import { StructureButton } from './StructureButton';
import { TauInput } from './TauInput';

const columns = [
  { key: 'hd95Mm', title: 'measures.hd95', hint: 'measures.hd95Hint', format: formatMeasure },
  { key: 'hd100Mm', title: 'measures.hd100', hint: 'measures.hd100Hint', format: formatMeasure },
  { key: 'nsd', title: 'measures.nsd', hint: 'measures.nsdHint', format: formatScore },
  {
    key: 'asdReferenceToPredictionMm',
    title: 'measures.asdTo',
    hint: 'measures.asdToHint',
    format: formatMeasure,
  },
  {
    key: 'asdPredictionToReferenceMm',
    title: 'measures.asdFrom',
    hint: 'measures.asdFromHint',
    format: formatMeasure,
  },
] as const;

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
  const tau = formatMeasure(scores.tauMm);
  const isMeasured = scores.structures.some(({ surface }) => surface !== null);
  return (
    <section aria-label={t('measures.surfaces')}>
      <Group justify="space-between" mb={4}>
        <h2>{t('measures.surfaces')}</h2>
        <TauInput defaultMm={defaultTauMm(edgesMm(scores.result))} />
      </Group>
      {!isMeasured && <p className="quiet">{missing}</p>}
      {isMeasured && (
        <>
          <p className="quiet convention">
            {t('measures.surfacesOf', { tau, profile: profileTitles[scores.convention.profile] })}
          </p>
          <ScrollX>
            <table className="numbers">
              <thead>
                <tr>
                  <th scope="col">{t('scores.structure')}</th>
                  {columns.map(({ key, title, hint }) => (
                    <th key={key} scope="col" title={t(hint)}>
                      {t(title)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {scores.structures.map(({ structure, surface }) => (
                  <tr key={structureKey(structure)}>
                    <th scope="row">
                      <StructureButton structure={structure} scheme={scheme} />
                    </th>
                    {columns.map(({ key, hint, format }) => (
                      <td key={key} title={t(hint)}>
                        <SurfaceNumber surface={surface} of={key} format={format} />
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

function SurfaceNumber({
  surface,
  of,
  format,
}: {
  surface: StructureSurface | null;
  of: (typeof columns)[number]['key'];
  format: (value: number) => string;
}) {
  const reason = surface?.reason ?? 'not-computed';
  return <Score value={surface?.[of] ?? Number.NaN} reason={reason} format={format} />;
}
