import { type ReconstructionState, useReconstruction } from '../../derived/useReconstruction';
import { joinSentences } from '../../i18n/joinSentences';
import { verdictSentences } from '../../i18n/reconstructionSentences';
import { type Translate, useTranslate } from '../../i18n/translate';
import { useCohortStore } from '../../stores/cohortStore';
import './reconstruction.css';

/** The verdict of one case and model in a word; what it means on hover. */
export function ReconstructionVerdict({ caseId, model }: { caseId: string; model: string }) {
  const { t } = useTranslate();
  const scheme = useCohortStore((facts) => facts.scheme);
  const state = useReconstruction(caseId, model);
  const summary = state.check?.summary;
  const said =
    summary && scheme
      ? joinSentences(verdictSentences(summary, state.check?.findings ?? null, scheme, t))
      : null;
  // A plain title: a tooltip per row of a table of thousands would cost more than the row.
  const hint = said ?? statusHint(state, t);
  return state.status === 'uncheckable' ? (
    <span className="verdict uncheckable" title={hint}>
      –<span className="visually-hidden"> {t('reconstruction.uncheckable')}</span>
    </span>
  ) : (
    <span className={`verdict ${state.status}`} title={hint}>
      {t(`reconstruction.${state.status}`)}
    </span>
  );
}

/** Why there is no verdict. */
export function statusHint({ reason, problem, status }: ReconstructionState, t: Translate): string {
  if (problem) return `${problem.file}: ${t(`errors.${problem.code}`, problem.facts)}`;
  switch (reason) {
    case 'no-regions-in-scheme':
      return t('reconstruction.noRegionsInScheme');
    case 'no-raw-regions':
      return t('reconstruction.noRawRegions');
    case 'no-label-map':
      return t('reconstruction.noLabelMap');
    case null:
      return t(`reconstruction.${status}`);
  }
}
