import { type LabelScheme, structureKey, structuresOf } from '../../../domain/labelScheme';
import { structureColor } from '../../../domain/palette';
import type { ReconstructionScores } from '../../../domain/reconstruction';
import { useTranslate } from '../../../i18n/translate';
import { Score } from '../../parts/Score';
import { ScrollX } from '../../parts/ScrollX';
import { Swatch } from '../../parts/Swatch';

const sets = [
  { key: 'rawRegions', name: 'reconstruction.setRaw', hint: 'reconstruction.setRawHint' },
  { key: 'painted', name: 'reconstruction.setPainted', hint: 'reconstruction.setPaintedHint' },
  { key: 'clipped', name: 'reconstruction.setClipped', hint: 'reconstruction.setClippedHint' },
  { key: 'grown', name: 'reconstruction.setGrown', hint: 'reconstruction.setGrownHint' },
  { key: 'argmax', name: 'reconstruction.setArgmax', hint: 'reconstruction.setArgmaxHint' },
] as const;

interface ScoreSetsSectionProps {
  scores: ReconstructionScores | null;
  scheme: LabelScheme;
}

/** The same prediction read in different ways, side by side, so that nobody takes one for another. */
export function ScoreSetsSection({ scores, scheme }: ScoreSetsSectionProps) {
  const { t } = useTranslate();
  if (!scores) return <p className="quiet">{t('reconstruction.noReference')}</p>;
  const shown = sets.filter(({ key }) => scores[key] !== null);
  return (
    <section>
      <h2>{t('reconstruction.sets')}</h2>
      <p className="quiet">{t('reconstruction.setsHint')}</p>
      <ScrollX>
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">{t('scores.structure')}</th>
              {shown.map(({ key, name, hint }) => (
                <th key={key} scope="col" title={t(hint)}>
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {structuresOf(scheme).map((structure) => (
              <tr key={structureKey(structure)}>
                <th scope="row">
                  <Swatch color={structureColor(scheme, structure)} /> {structure.name}
                  <span className="quiet"> {t(`words.${structure.kind}`)}</span>
                </th>
                {shown.map(({ key }) => {
                  const found = scores[key]?.find(
                    ({ kind, name }) => kind === structure.kind && name === structure.name,
                  );
                  return (
                    <td key={key}>{found ? <Score value={found.dice} counts={found.counts} /> : null}</td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
      <dl className="set-notes">
        {shown.map(({ key, name, hint }) => (
          <div key={key}>
            <dt>{t(name)}:</dt> <dd>{t(hint)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
