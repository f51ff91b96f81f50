import { Group, SegmentedControl } from '@mantine/core';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import { excludedText } from '../../../derived/columnTexts';
import { caseValues, ledgerOf, unlikeCases } from '../../../derived/ledger';
import type { CohortView } from '../../../derived/useCohortView';
import { excludedCases } from '../../../domain/cohortRow';
import { dimensionsOf } from '../../../domain/geometry';
import { structureKey, structuresOf } from '../../../domain/labelScheme';
import type { CaseScores } from '../../../domain/results';
import { scoresAt } from '../../../domain/scoreKinds';
import { unlikeCasesText } from '../../../i18n/casesText';
import { scoreHint, scoreText } from '../../../i18n/scoreWords';
import { useTranslate } from '../../../i18n/translate';
import { LesionProfileSelect } from '../../parts/LesionProfileSelect';
import { NumbersTable } from '../../parts/NumbersTable';
import { Score } from '../../parts/Score';
import { StructureName } from '../../parts/StructureName';
import { TauInput } from '../../parts/TauInput';

const means = scoresAt('means');

/** The mean of one score of every structure and model under the convention, each with the ledger of its cases. */
export const CohortMeans = memo(function CohortMeans({ view }: { view: CohortView }) {
  const { t } = useTranslate();
  const { counted, scheme, cohort } = view;
  const { profile } = view.convention;
  const [chosen, choose] = useState<string>(means[0].key);
  const drawn = useDeferredValue(chosen);
  const metric = means.find(({ key }) => key === drawn) ?? means[0];
  const structures = structuresOf(scheme);
  const scores = useMemo(() => counted.flatMap((row) => row.scores ?? []), [counted]);
  const models = useMemo(
    () => cohort.models.filter((model) => !view.shownKeys || counted.some((row) => row.model === model)),
    [cohort, counted, view.shownKeys],
  );
  const dimensions = scores.every(({ result }) => dimensionsOf(result) === 2) ? 2 : 3;
  const excluded = excludedCases(view.rows).length;
  const allCases = cohort.cases.length - excluded;
  const { ledgers, unlike } = useMemo(() => {
    const columns = models.map((model) => {
      const own = scores.filter(({ result }) => result.model === model);
      return structuresOf(scheme).map((_, place) => caseValues(own, place, metric));
    });
    // Unfiltered, a case without a prediction by this model is missing, too.
    const totals = models.map((model) =>
      view.shownKeys ? counted.filter((row) => row.model === model).length : allCases,
    );
    return {
      ledgers: columns.map((own, place) => own.map((column) => ledgerOf(column, totals[place], profile))),
      unlike: unlikeCases(columns.flat(), profile),
    };
  }, [scores, counted, scheme, models, allCases, view.shownKeys, profile, metric]);
  return (
    <section className="panel">
      <Group justify="space-between" mb={4}>
        <h2>
          {t('scores.means')}
          {view.shownKeys && ` · ${t('cohort.ofRowsShown')}`}
        </h2>
        <Group gap="xs">
          {metric.needs === 'tau' && <TauInput defaultMm={commonTau(scores)} />}
          {metric.needs === 'lesions' && <LesionProfileSelect />}
          <SegmentedControl
            size="xs"
            aria-label={t('measures.metric')}
            value={chosen}
            onChange={choose}
            data={means.map(({ key }) => ({ value: key, label: t(`scoreKinds.${key}`) }))}
          />
        </Group>
      </Group>
      <p className="quiet convention">{scoreHint(metric, dimensions, t)}</p>
      <NumbersTable
        rows={models}
        keyOf={(model) => model}
        empty={t('cohort.noneCounted')}
        columns={[
          { key: 'model', head: t('words.model'), cell: (model) => model },
          ...structures.map((structure, index) => {
            const ledgerOfModel = (model: string) => ledgers[models.indexOf(model)][index];
            return {
              key: structureKey(structure),
              head: <StructureName structure={structure} scheme={scheme} />,
              cellHint: (model: string) =>
                t('scores.ledger', { ...ledgerOfModel(model) }) + excludedText(excluded, t),
              cell: (model: string) => {
                const { mean, used, missing, total } = ledgerOfModel(model);
                return (
                  <>
                    <Score
                      value={mean}
                      format={(value) => scoreText(metric, value)}
                      reason={total > 0 && missing === total ? 'not-computed' : null}
                    />
                    <small className="quiet"> n={used}</small>
                  </>
                );
              },
            };
          }),
        ]}
      />
      {unlike && <p className="quiet convention">{unlikeCasesText(unlike, t)}</p>}
    </section>
  );
});

/** The τ that all cases share; null when their voxels ask for different ones. */
function commonTau(scores: CaseScores[]): number | null {
  const all = new Set(scores.map(({ tauMm }) => tauMm));
  return all.size === 1 ? [...all][0] : null;
}
