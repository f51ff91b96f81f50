import { Anchor } from '@mantine/core';
import { openCase } from '../../actions/navigate';
import { resultKey } from '../../domain/cohort';
import { pairKey, pairsOf } from '../../domain/labelScheme';
import { structureColor } from '../../domain/palette';
import { useTranslate } from '../../i18n/translate';
import { useCohortStore } from '../../stores/cohortStore';
import { useResultsStore } from '../../stores/resultsStore';
import { ProblemLine } from '../ProblemLine';
import { Score } from '../Score';
import { Swatch } from '../Swatch';
import { scoresNow, useCohortScores } from '../useScores';

/** A row per case and model: region Dice, label Dice and gap of every pair, or what went wrong. */
export function CohortTable() {
  const { t } = useTranslate();
  const cohort = useCohortStore((facts) => facts.cohort);
  const scheme = useCohortStore((facts) => facts.scheme);
  const failures = useResultsStore((facts) => facts.failures);
  useCohortScores();
  const pairs = scheme ? pairsOf(scheme) : [];
  if (!cohort) return null;
  const columns = 2 + pairs.length * 3;
  return (
    <section className="panel">
      <div className="scroll-x">
        <table className="numbers rows">
          <thead>
            <tr>
              <th rowSpan={2} scope="col">
                {t('words.case')}
              </th>
              <th rowSpan={2} scope="col">
                {t('words.model')}
              </th>
              {scheme &&
                pairs.map((pair) => (
                  <th key={pairKey(pair)} colSpan={3} scope="colgroup">
                    <Swatch color={structureColor(scheme, pair.region)} /> {pair.region.name} →{' '}
                    {pair.label.name}
                  </th>
                ))}
            </tr>
            <tr>
              {pairs.flatMap((pair) => [
                <th key={`${pairKey(pair)} region`} scope="col">
                  {t('scores.regionDice')}
                </th>,
                <th key={`${pairKey(pair)} label`} scope="col">
                  {t('scores.labelDice')}
                </th>,
                <th key={`${pairKey(pair)} gap`} scope="col" title={t('scores.gapHint')}>
                  {t('scores.gap')}
                </th>,
              ])}
            </tr>
          </thead>
          <tbody>
            {cohort.cases.flatMap(({ id, predictions }) =>
              predictions.map(({ model }) => {
                const key = resultKey(id, model);
                const failed = failures[key];
                const scores = scoresNow(id, model);
                return (
                  <tr key={key}>
                    <th scope="row">
                      <Anchor component="button" onClick={() => openCase(id, model)}>
                        {id}
                      </Anchor>
                    </th>
                    <td className="text">{model}</td>
                    {scores?.pairs.flatMap(({ pair, region, label, account }) => [
                      <td key={`${pairKey(pair)} region`}>
                        <Score value={region.dice} counts={region} />
                      </td>,
                      <td key={`${pairKey(pair)} label`}>
                        <Score value={label.dice} counts={label} />
                      </td>,
                      <td key={`${pairKey(pair)} gap`}>
                        <Score value={account.gap} isSigned />
                      </td>,
                    ])}
                    {!scores && (
                      <td colSpan={columns - 2} className="text">
                        {failed ? (
                          <ProblemLine problem={failed.problem} />
                        ) : (
                          <span className="quiet">{t('app.waiting')}</span>
                        )}
                      </td>
                    )}
                  </tr>
                );
              }),
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}
