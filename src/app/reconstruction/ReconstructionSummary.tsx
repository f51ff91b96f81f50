import { Anchor } from '@mantine/core';
import { openCase } from '../../actions/navigate';
import { openPanel } from '../../actions/showRegions';
import { resultKey } from '../../domain/cohort';
import { mixUpNumbers, renamingText } from '../../i18n/reconstructionSentences';
import { useTranslate } from '../../i18n/translate';
import { labelMixUp } from '../../kernels/reconstruction/labelMixUp';
import { useCohortStore } from '../../stores/cohortStore';
import { useReconstructionsStore } from '../../stores/reconstructionsStore';
import { useResultsStore } from '../../stores/resultsStore';
import { type ReconstructionState, reconstructionNow } from './useReconstruction';
import './reconstruction.css';

const shownStatuses: ReconstructionState['status'][] = [
  'identical',
  'explained',
  'unexplained',
  'failed',
  'waiting',
  'uncheckable',
];

/** One line over the cohort: how many label maps are what their regions say, and labels that look mixed up. */
export function ReconstructionSummary() {
  const { t } = useTranslate();
  const cohort = useCohortStore((facts) => facts.cohort);
  const scheme = useCohortStore((facts) => facts.scheme);
  useReconstructionsStore();
  useResultsStore((facts) => facts.results);
  if (!cohort || !scheme || scheme.regions.length === 0) return null;
  const found = cohort.cases.flatMap(({ id, predictions }) =>
    predictions.map(({ model }) => ({ id, model, status: reconstructionNow(id, model).status })),
  );
  const isWrong = ({ status }: { status: string }) => status === 'explained' || status === 'unexplained';
  return (
    <section className="reconstruction-summary" aria-label={t('reconstruction.summary')}>
      <p className="quiet">
        {t('reconstruction.summary')}:{' '}
        {shownStatuses
          .map((status) => ({ status, count: found.filter((item) => item.status === status).length }))
          .filter(({ count }) => count > 0)
          .map(({ status, count }) =>
            t('reconstruction.summaryCount', { count, verdict: t(`reconstruction.${status}`) }),
          )
          .join(' · ')}
      </p>
      {found.filter(isWrong).map(({ id, model, status }) => (
        <p key={resultKey(id, model)}>
          <CaseLink caseId={id} model={model} /> {t(`reconstruction.${status as 'explained'}Hint`)}
        </p>
      ))}
      <MixUps />
    </section>
  );
}

/** Suspected renamings, of a model over all its cases, and of single cases where the cohort gives none. */
function MixUps() {
  const { t } = useTranslate();
  const cohort = useCohortStore((facts) => facts.cohort);
  const ignoreLabel = useCohortStore((facts) => facts.scheme?.ignoreLabel ?? null);
  const results = useResultsStore((facts) => facts.results);
  return (cohort?.models ?? []).map((model) => {
    const own = Object.values(results).filter((result) => result.model === model);
    const mixUp = labelMixUp(
      own.map(({ confusion }) => confusion),
      ignoreLabel,
    );
    if (mixUp) {
      const { improvedCases: improved, scoredCases: scored } = mixUp;
      const renamed = renamingText(mixUp.renamed, t);
      return (
        <p key={model}>
          {t('reconstruction.mixUpCohort', { model, renamed, improved, scored, ...mixUpNumbers(mixUp) })}
        </p>
      );
    }
    return own.flatMap((result) => {
      const single = labelMixUp([result.confusion], ignoreLabel);
      if (!single) return [];
      const renamed = renamingText(single.renamed, t);
      return (
        <p key={resultKey(result.caseId, model)}>
          <CaseLink caseId={result.caseId} model={model} />{' '}
          {t('reconstruction.mixUpCase', { renamed, ...mixUpNumbers(single) })}
        </p>
      );
    });
  });
}

function CaseLink({ caseId, model }: { caseId: string; model: string }) {
  const open = () => {
    openPanel('reconstruction');
    openCase(caseId, model);
  };
  return (
    <Anchor component="button" type="button" onClick={open}>
      {caseId} · {model}
    </Anchor>
  );
}
