import { absenceOf } from '../../../domain/cohortRow';
import { type LabelScheme, type Structure, structureKey, structuresOf } from '../../../domain/labelScheme';
import type { ReconstructionScores } from '../../../domain/reconstruction';
import { useTranslate } from '../../../i18n/translate';
import { NumbersTable } from '../../parts/NumbersTable';
import { Score } from '../../parts/Score';
import { StructureName } from '../../parts/StructureName';

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
      <NumbersTable
        rows={structuresOf(scheme)}
        keyOf={structureKey}
        columns={[
          {
            key: 'structure',
            head: t('scores.structure'),
            cell: (structure) => <StructureName structure={structure} scheme={scheme} />,
          },
          ...shown.map(({ key, name, hint }) => ({
            key,
            head: t(name),
            hint: t(hint),
            cell: (structure: Structure) => {
              const found = scores[key]?.find(
                ({ kind, name: known }) => kind === structure.kind && known === structure.name,
              );
              return found ? <Score value={found.dice} reason={absenceOf(found.counts)} /> : null;
            },
          })),
        ]}
      />
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
