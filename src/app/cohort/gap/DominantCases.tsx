import { useMemo, useState } from 'react';
import { openGap } from '../../../actions/openGap';
import type { CohortView } from '../../../derived/useCohortView';
import { answerKey } from '../../../domain/cohort';
import { dominantCause } from '../../../domain/cohortGap';
import { type Cause, causes } from '../../../domain/errorCause';
import type { Pair } from '../../../domain/labelScheme';
import { errorColors } from '../../../domain/palette';
import type { GapAccount } from '../../../domain/results';
import { pairIn } from '../../../domain/scoresIn';
import { useTranslate } from '../../../i18n/translate';
import { Swatch } from '../../parts/Swatch';

/** More of one cause are a matter for the charts. */
const mostCases = 60;

/** Which cause does most in which case, for one pair; each case opens with that cause shown. */
export function DominantCases({ view, pair }: { view: CohortView; pair: Pair }) {
  const { t } = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{t('gap.dominantCases')}</summary>
      {isOpen && <Lists view={view} pair={pair} />}
    </details>
  );
}

interface Led {
  caseId: string;
  model: string;
  account: GapAccount;
}

function Lists({ view, pair }: { view: CohortView; pair: Pair }) {
  const { t } = useTranslate();
  const byCause = useMemo(() => {
    const lists: Record<Cause | 'none', Led[]> = { shared: [], child: [], relieved: [], none: [] };
    for (const row of view.counted) {
      const account = pairIn(row.scores, pair)?.account;
      if (account) lists[dominantCause(account)].push({ caseId: row.caseId, model: row.model, account });
    }
    for (const list of Object.values(lists)) {
      list.sort((first, second) => Math.abs(second.account.gap) - Math.abs(first.account.gap));
    }
    return lists;
  }, [view.counted, pair]);
  return causes.map((cause) => (
    <div key={cause} className="dominant-cases">
      <h3>
        <Swatch color={errorColors[cause]} /> {t(`gap.${cause}`)}
      </h3>
      <ul>
        {byCause[cause].slice(0, mostCases).map(({ caseId, model }) => (
          <li key={`${caseId} ${model}`}>
            <button
              type="button"
              className="plain case-link"
              onClick={() => openGap(answerKey(caseId, model), pair, cause)}
            >
              {caseId} · {model}
            </button>
          </li>
        ))}
        {byCause[cause].length > mostCases && (
          <li className="quiet">{t('gap.moreCases', { count: byCause[cause].length - mostCases })}</li>
        )}
      </ul>
    </div>
  ));
}
