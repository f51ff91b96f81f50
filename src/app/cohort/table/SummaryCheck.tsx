import { openCase } from '../../../actions/navigate';
import { summaryAgreement } from '../../../derived/summaryAgreement';
import { useHasResults, useResults } from '../../../derived/useResults';
import type { SummaryAgreement } from '../../../domain/nnunetSummary';
import { formatScore } from '../../../i18n/formatNumber';
import { useTranslate } from '../../../i18n/translate';
import { useCohortStore } from '../../../stores/cohortStore';
import { type OpenedSummary, useSummariesStore } from '../../../stores/summariesStore';
import { useWorkStore } from '../../../stores/workStore';
import { NumbersTable } from '../../parts/NumbersTable';
import { ProblemLine } from '../../parts/ProblemLine';

/** More are not worth a table: then something is wrong with all of them. */
const fewDifferences = 12;

/** Whether our numbers are nnU-Net's, for every summary.json that came with the files. */
export function SummaryCheck() {
  const { t } = useTranslate();
  const summaries = useSummariesStore((facts) => facts.summaries);
  const hasResults = useHasResults();
  const isScoring = useWorkStore((facts) => facts.progress?.task === 'scoring');
  if (summaries.length === 0 || !hasResults || isScoring) return null;
  return (
    <section className="panel" aria-label={t('summary.title')}>
      <h2 title={t('summary.hint')}>{t('summary.title')}</h2>
      {summaries.map((opened) => (
        <SummaryLine key={opened.path} opened={opened} />
      ))}
    </section>
  );
}

function SummaryLine({ opened }: { opened: OpenedSummary }) {
  const { t } = useTranslate();
  const ignoreLabel = useCohortStore((facts) => facts.scheme?.ignoreLabel ?? null);
  const results = useResults();
  const { path, model, summary, problem } = opened;
  if (problem) return <ProblemLine problem={problem} />;
  if (!summary) return null;
  const ofModel = results.filter((result) => result.model === model);
  const agreement = summaryAgreement(summary, ofModel, ignoreLabel);
  return (
    <div className="summary-check">
      <p>
        <strong>{model}</strong> <code>{path.slice(path.lastIndexOf('/') + 1)}</code>{' '}
        {agreement.values > 0 && (
          <>
            {t('summary.equal', { equal: agreement.equal, values: agreement.values })}{' '}
            <span className="quiet">
              {t('summary.on', { structures: agreement.structures.map(nameOf).join(', ') })}
            </span>
          </>
        )}
        {agreement.values === 0 && (
          <span className="quiet">{t(model === null ? 'summary.noModel' : 'summary.noCases')}</span>
        )}
      </p>
      {agreement.values > 0 && agreement.missingFiles.length > 0 && (
        <p className="quiet">
          {t('summary.missingFiles', {
            count: agreement.missingFiles.length,
            files: shortList(agreement.missingFiles),
          })}
        </p>
      )}
      {agreement.differences.length > 0 && <Differences agreement={agreement} model={model} />}
    </div>
  );
}

function Differences({ agreement, model }: { agreement: SummaryAgreement; model: string | null }) {
  const { t } = useTranslate();
  const shown = agreement.differences.slice(0, fewDifferences);
  const left = agreement.differences.length - shown.length;
  return (
    <>
      <NumbersTable
        label={t('summary.differences')}
        rows={shown}
        keyOf={({ caseId, labels }) => `${caseId} ${labels}`}
        columns={[
          {
            key: 'case',
            head: t('words.case'),
            cell: ({ caseId }) => (
              <button
                type="button"
                className="plain case-link"
                onClick={() => openCase(caseId, model ?? undefined)}
              >
                {caseId}
              </button>
            ),
          },
          { key: 'labels', head: t('summary.labels'), isText: true, cell: ({ labels }) => nameOf(labels) },
          { key: 'theirs', head: t('summary.theirs'), cell: ({ theirDice }) => formatScore(theirDice) },
          { key: 'ours', head: t('summary.ours'), cell: ({ ourDice }) => formatScore(ourDice) },
          {
            key: 'reason',
            head: t('summary.reason'),
            isText: true,
            cell: ({ reason }) => t(`summary.${reason}`),
          },
        ]}
      />
      {left > 0 && <p className="quiet">+ {left}</p>}
    </>
  );
}

/** As nnU-Net writes it: "(1, 2, 3)" for several labels, "1" for one. */
function nameOf(labels: readonly number[]): string {
  return labels.length === 1 ? String(labels[0]) : `(${labels.join(', ')})`;
}

function shortList(paths: readonly string[]): string {
  const names = paths.map((path) => path.slice(path.lastIndexOf('/') + 1));
  return names.length > 5 ? `${names.slice(0, 5).join(', ')} …` : names.join(', ');
}
