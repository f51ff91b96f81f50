import { Anchor } from '@mantine/core';
import { useDeferredValue, useMemo } from 'react';
import { changeFilter } from '../../../actions/changeCohortView';
import { findMixUps } from '../../../actions/cohortStatistics';
import { openCase, openPanel } from '../../../actions/navigate';
import { useBeside } from '../../../derived/useBeside';
import { reconstructionNow } from '../../../derived/useReconstruction';
import { useResults } from '../../../derived/useResults';
import { verdictStates } from '../../../domain/caseReconstruction';
import { answerKey } from '../../../domain/cohort';
import type { AnswerResult } from '../../../domain/results';
import { mixUpNumbers, renamingText } from '../../../i18n/reconstructionSentences';
import { useTranslate } from '../../../i18n/translate';
import { useAnswersStore } from '../../../stores/answersStore';
import { useCohortStore } from '../../../stores/cohortStore';
import '../../parts/reconstruction.css';

/** One line over the cohort: how many label maps are what their regions say, and labels that look mixed up. */
export function ReconstructionSummary() {
  const { t } = useTranslate();
  // Thousands of verdicts are looked up after what a person did has been answered.
  const cohort = useDeferredValue(useCohortStore((facts) => facts.cohort));
  const scheme = useDeferredValue(useCohortStore((facts) => facts.scheme));
  const answers = useDeferredValue(useAnswersStore((facts) => facts.answers));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the verdicts are looked up in their store.
  const found = useMemo(
    () =>
      (cohort?.cases ?? []).flatMap(({ id, predictions }) =>
        predictions.map(({ model }) => ({ id, model, status: reconstructionNow(id, model).status })),
      ),
    [cohort, scheme, answers],
  );
  if (!cohort || !scheme || scheme.regions.length === 0) return null;
  return (
    <section className="reconstruction-summary" aria-label={t('reconstruction.summary')}>
      <p className="quiet">
        {t('reconstruction.summaryHead')}
        {verdictStates
          .map((status) => ({ status, count: found.filter((item) => item.status === status).length }))
          .filter(({ count }) => count > 0)
          .map(({ status, count }) =>
            t('reconstruction.summaryCount', { count, verdict: t(`reconstruction.${status}`) }),
          )
          .join(' · ')}
      </p>
      {(['unexplained', 'explained'] as const).map((status) => (
        <WrongMaps key={status} status={status} found={found.filter((item) => item.status === status)} />
      ))}
      <MixUps />
    </section>
  );
}

/** More lines would push the table off the screen, which can show them as well. */
const mostLines = 3;

interface WrongMapsProps {
  status: 'explained' | 'unexplained';
  found: { id: string; model: string }[];
}

function WrongMaps({ status, found }: WrongMapsProps) {
  const { t } = useTranslate();
  const left = found.length - mostLines;
  return (
    <>
      {found.slice(0, mostLines).map(({ id, model }) => (
        <p key={answerKey(id, model)}>
          <CaseLink caseId={id} model={model} /> {t(`reconstruction.${status}Hint`)}
        </p>
      ))}
      {left > 0 && (
        <p>
          <Anchor component="button" type="button" onClick={() => changeFilter({ verdict: status })}>
            {t('reconstruction.showAll', { count: found.length })}
          </Anchor>
        </p>
      )}
    </>
  );
}

interface MixUpsAsked {
  results: readonly AnswerResult[];
  ignoreLabel: number | null;
}

/** Suspected renamings, of a model over all its cases, and of single cases where the cohort gives none. */
function MixUps() {
  const { t } = useTranslate();
  const ignoreLabel = useCohortStore((facts) => facts.scheme?.ignoreLabel ?? null);
  const results = useResults();
  const asked = useMemo(() => ({ results, ignoreLabel }), [results, ignoreLabel]);
  const found = useBeside(asked, lookForMixUps).now ?? [];
  const left = found.length - mostLines;
  const lines = found.slice(0, mostLines).map(({ model, caseId, mixUp }) => {
    const renamed = renamingText(mixUp.renamed, t);
    const { improvedCases: improved, scoredCases: scored } = mixUp;
    return caseId === null ? (
      <p key={model}>
        {t('reconstruction.mixUpCohort', { model, renamed, improved, scored, ...mixUpNumbers(mixUp) })}
      </p>
    ) : (
      <p key={answerKey(caseId, model)}>
        <CaseLink caseId={caseId} model={model} />{' '}
        {t('reconstruction.mixUpCase', { renamed, ...mixUpNumbers(mixUp) })}
      </p>
    );
  });
  return (
    <>
      {lines}
      {left > 0 && <p className="quiet">{t('gap.moreCases', { count: left })}</p>}
    </>
  );
}

function lookForMixUps({ results, ignoreLabel }: MixUpsAsked, signal: AbortSignal) {
  return findMixUps(results, ignoreLabel, signal);
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
