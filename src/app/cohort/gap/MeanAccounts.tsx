import { memo, useMemo } from 'react';
import { meanGap } from '../../../actions/cohortStatistics';
import { openMeanGap } from '../../../actions/openGap';
import { AccountBars } from '../../../charts/AccountBars';
import { chartConvention } from '../../../derived/columnTexts';
import { useBeside } from '../../../derived/useBeside';
import type { CohortView } from '../../../derived/useCohortView';
import type { CohortGap } from '../../../domain/cohortGap';
import { causes } from '../../../domain/errorCause';
import { hasTwoSets, type Pair, pairKey, pairsOf } from '../../../domain/labelScheme';
import { errorColors } from '../../../domain/palette';
import type { PairScores } from '../../../domain/results';
import { pairIn } from '../../../domain/scoresIn';
import { formatSigned } from '../../../i18n/formatNumber';
import { useTranslate } from '../../../i18n/translate';
import { FigureMenu } from '../../parts/FigureMenu';
import { ScrollX } from '../../parts/ScrollX';

/** What the gap of every pair and model is made of on average, of the rows that count. */
export const MeanAccounts = memo(function MeanAccounts({ view }: { view: CohortView }) {
  const { t } = useTranslate();
  const asked = useMemo(() => accountsAsked(view), [view]);
  const sameSets = pairsOf(view.scheme).filter((pair) => !hasTwoSets(pair));
  const { last: accounts, now } = useBeside(asked, workOutAccounts);
  const rows = accounts?.flatMap(({ key, name, pair, account }) =>
    account ? [{ key, name, pair, parts: account.parts, gap: account.gap, account }] : [],
  );
  return (
    <section className="panel" aria-busy={now === null}>
      <div className="chart-bar">
        <h2>{t('gap.meanAccount')}</h2>
        <FigureMenu
          fileName="regionlens-account"
          captions={[t('gap.meanAccount'), t('gap.intervalNote'), chartConvention(view, t)]}
        />
      </div>
      {!rows && (
        <p className="quiet" style={{ minHeight: accountsHeight(asked.length) }}>
          {t('compare.working')}
        </p>
      )}
      {rows?.length === 0 && <p className="quiet">{t('gap.noAccounts')}</p>}
      {rows && rows.length > 0 && (
        <>
          <AccountBars
            rows={rows}
            label={t('gap.meanAccount')}
            markName={t('gap.gapWithInterval')}
            axisName={t('scores.gap')}
            parts={causes.map((cause) => ({
              key: cause,
              name: t(`gap.${cause}`),
              color: errorColors[cause],
            }))}
          />
          <ScrollX>
            <table className="numbers">
              <thead>
                <tr>
                  <th scope="col">{t('scores.pair')}</th>
                  <th scope="col">n</th>
                  <th scope="col">{t('scores.gap')}</th>
                  {causes.map((cause) => (
                    <th key={cause} scope="col">
                      {t(`gap.${cause}`)}
                    </th>
                  ))}
                  <th scope="col" title={t('gap.dominantHint')}>
                    {t('gap.dominant')}
                  </th>
                  <th scope="col" title={t('gap.shapeAloneHint')}>
                    {t('gap.shapeAlone')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ key, name, pair, account }) => (
                  <tr key={key}>
                    <th scope="row">{name}</th>
                    <td>{account.cases}</td>
                    <td>
                      <button
                        type="button"
                        className="plain"
                        title={t('gap.openAnswer', { region: pair.region.name, label: pair.label.name })}
                        onClick={() => openMeanGap(pair)}
                      >
                        <MeanCell {...account.gap} />
                      </button>
                    </td>
                    {causes.map((cause) => (
                      <td key={cause}>
                        <MeanCell {...account.parts[cause]} />
                      </td>
                    ))}
                    <td>
                      <DominantCounts {...account} />
                    </td>
                    <td>{shapeAloneText(account)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollX>
        </>
      )}
      <p className="quiet convention">
        {sameSets.map(({ region, label }) => (
          <span key={region.name}>{t('gap.sameSets', { region: region.name, label: label.name })} </span>
        ))}
        {t('gap.intervalNote')} {chartConvention(view, t)}
      </p>
    </section>
  );
});

interface AskedAccount {
  key: string;
  name: string;
  pair: Pair;
  scores: PairScores[];
}

/** A mean account for each pair and model. */
function accountsAsked({ scheme, cohort, counted }: CohortView): AskedAccount[] {
  return pairsOf(scheme)
    .filter(hasTwoSets)
    .flatMap((pair) =>
      cohort.models.map((model) => ({
        key: `${pairKey(pair)} ${model}`,
        name: `${pair.region.name} → ${pair.label.name} · ${model}`,
        pair,
        scores: counted.filter((row) => row.model === model).flatMap((row) => pairIn(row.scores, pair) ?? []),
      })),
    );
}

function workOutAccounts(asked: AskedAccount[], signal: AbortSignal) {
  return Promise.all(
    asked.map(async ({ scores, ...one }) => ({ ...one, account: await meanGap(scores, signal) })),
  );
}

/** What the chart and table of so many accounts take, so that nothing moves when they arrive. */
function accountsHeight(count: number): number {
  return 18 + 44 * count + 52 + 30 * (count + 1);
}

function MeanCell({ mean, interval }: CohortGap['gap']) {
  return (
    <>
      {formatSigned(mean)} {/* Three cases have no interval. */}
      {Number.isFinite(interval.low) && (
        <span className="quiet">
          [{formatSigned(interval.low)}, {formatSigned(interval.high)}]
        </span>
      )}
    </>
  );
}

function DominantCounts({ dominant }: CohortGap) {
  const { t } = useTranslate();
  const found = causes.filter((cause) => dominant[cause] > 0);
  if (found.length === 0) return '–';
  return found.map((cause) => (
    <span key={cause} className="dominant-counts">
      {t(`gap.${cause}`)} {dominant[cause]}
    </span>
  ));
}

function shapeAloneText({ verdicts, judged }: CohortGap): string {
  return judged === 0 ? '–' : `${verdicts['only-shape'] ?? 0} / ${judged}`;
}
