import { structureKey, structuresOf } from '../../domain/labelScheme';
import { structureColor } from '../../domain/palette';
import type { ProfileName } from '../../domain/profile';
import type { CaseScores } from '../../domain/results';
import { useTranslate } from '../../i18n/translate';
import { ledgerOf } from '../../kernels/ledger';
import { useCohortStore } from '../../stores/cohortStore';
import { useViewStore } from '../../stores/viewStore';
import { Score } from '../Score';
import { Swatch } from '../Swatch';

/** Mean Dice of every structure and model under the convention, each with the ledger of its cases. */
export function CohortMeans({ scores }: { scores: CaseScores[] }) {
  const { t } = useTranslate();
  const scheme = useCohortStore((facts) => facts.scheme);
  const cohort = useCohortStore((facts) => facts.cohort);
  const profile: ProfileName = useViewStore((view) => view.profile);
  if (!scheme || !cohort) return null;
  const total = cohort.cases.length;
  return (
    <section className="panel">
      <h2>{t('scores.means')}</h2>
      <div className="scroll-x">
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">{t('words.model')}</th>
              {structuresOf(scheme).map((structure) => (
                <th key={structureKey(structure)} scope="col">
                  <Swatch color={structureColor(scheme, structure)} /> {structure.name}
                  <span className="quiet"> {t(`words.${structure.kind}`)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cohort.models.map((model) => (
              <tr key={model}>
                <th scope="row">{model}</th>
                {structuresOf(scheme).map((structure, index) => {
                  const counts = scores
                    .filter(({ result }) => result.model === model)
                    .map(({ structures }) => structures[index].overlap);
                  const ledger = ledgerOf(counts, total, profile);
                  return (
                    <td key={structureKey(structure)} title={t('scores.ledger', { ...ledger })}>
                      <Score value={ledger.meanDice} />
                      <small className="quiet"> n={ledger.used}</small>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
