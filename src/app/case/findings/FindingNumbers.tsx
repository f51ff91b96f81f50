import { profileTitles } from '../../../derived/profileTitles';
import { type LabelScheme, structureKey } from '../../../domain/labelScheme';
import type { CaseScores } from '../../../domain/results';
import { formatMeasure } from '../../../i18n/formatNumber';
import { useTranslate } from '../../../i18n/translate';
import { Score } from '../../parts/Score';
import { ScrollX } from '../../parts/ScrollX';
import { StructureButton } from '../scores/StructureButton';

/** Dice, HD95 and NSD of every structure with what they depend on, behind one click. */
export function FindingNumbers({ scores, scheme }: { scores: CaseScores; scheme: LabelScheme }) {
  const { t } = useTranslate();
  const { structures, convention, tauMm } = scores;
  const facts = { tau: formatMeasure(tauMm), profile: profileTitles[convention.profile] };
  return (
    <details className="finding-numbers">
      <summary>{t('findings.numbers')}</summary>
      <p className="quiet convention">{t('measures.surfacesOf', facts)}</p>
      <ScrollX>
        <table className="numbers" aria-label={t('findings.numbers')}>
          <thead>
            <tr>
              <th scope="col">{t('scores.structure')}</th>
              <th scope="col">{t('scoreKinds.dice')}</th>
              <th scope="col" title={t('scoreKinds.hd95MmHint')}>
                {`${t('scoreKinds.hd95Mm')} mm`}
              </th>
              <th scope="col" title={t('scoreKinds.nsdHint')}>
                {t('scoreKinds.nsd')}
              </th>
            </tr>
          </thead>
          <tbody>
            {structures.map(({ structure, overlap, surface }) => (
              <tr key={structureKey(structure)}>
                <th scope="row">
                  <StructureButton structure={structure} scheme={scheme} />
                </th>
                <td>
                  <Score value={overlap.dice} counts={overlap} />
                </td>
                <td>
                  <Score
                    value={surface?.hd95Mm ?? Number.NaN}
                    reason={surface ? surface.reason : 'not-computed'}
                    format={formatMeasure}
                  />
                </td>
                <td>
                  <Score
                    value={surface?.nsd ?? Number.NaN}
                    reason={surface ? surface.reason : 'not-computed'}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </details>
  );
}
