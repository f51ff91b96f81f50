import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import { markCase } from '../../../actions/annotate';
import { changeCohortView, clearFilter, openRow, selectRow } from '../../../actions/changeCohortView';
import { surpriseRules, surprisesInSteps } from '../../../derived/surprises';
import { useCohortView } from '../../../derived/useCohortView';
import { useInSteps } from '../../../derived/useInSteps';
import { useUnchanged } from '../../../derived/useUnchanged';
import { caseMarks } from '../../../domain/annotation';
import { answerKey, partsOfKey } from '../../../domain/cohort';
import { type CohortRow, excludedCases } from '../../../domain/cohortRow';
import { ownValue } from '../../../domain/ownValue';
import type { Surprise } from '../../../domain/triage';
import { formatScore } from '../../../i18n/formatNumber';
import { useTranslate } from '../../../i18n/translate';
import { useAnnotationsStore } from '../../../stores/annotationsStore';
import { useCohortViewStore } from '../../../stores/cohortViewStore';
import { useFocusWhereNone } from '../../parts/useFocusWhereNone';
import { FilterChips } from '../FilterChips';
import { TriageCase, triageNoteId } from './TriageCase';

const estimatedHeight = 58;
const noRows: CohortRow[] = [];
const none: Surprise[] = [];

/** The cases that stand out, each with its reasons, to be marked and noted without leaving the keyboard. */
export function TriageTab() {
  const { t } = useTranslate();
  const view = useCohortView();
  const rows = view?.rows ?? noRows;
  const scored = view?.scored ?? noRows;
  const isAll = useCohortViewStore((facts) => facts.isTriageOfAll);
  const out = useMemo(() => excludedCases(rows), [rows]);
  const excluded = useUnchanged(out);
  const begin = useCallback(() => surprisesInSteps(scored, new Set(excluded)), [scored, excluded]);
  const known = useInSteps(begin);
  const found = known ?? none;
  // What is usual is that of all cases; listed are those that the filter leaves.
  const shown = view?.shown ?? noRows;
  const listed = useMemo(() => {
    const inSight = new Set(shown.map(({ caseId }) => caseId));
    const standingOut = found.filter(({ caseId }) => inSight.has(caseId));
    return isAll ? withOthers(standingOut, shown) : standingOut;
  }, [found, shown, isAll]);
  return (
    <div className="triage-tab">
      <div className="triage-head">
        <h2>{t('cohort.triageTitle')}</h2>
        <Checkbox
          size="xs"
          label={t('cohort.triageAll')}
          checked={isAll}
          onChange={({ currentTarget }) => changeCohortView({ isTriageOfAll: currentTarget.checked })}
        />
      </div>
      {view && (
        <div className="filter-bar">
          <FilterChips view={view} onClear={clearFilter} />
        </div>
      )}
      <p className="quiet triage-help">{t('cohort.triageHint')}</p>
      <p className="quiet triage-help">
        {t('cohort.triageRule', {
          below: formatScore(surpriseRules.belowVolume),
          gap: formatScore(surpriseRules.unexplainedGap),
          disagree: formatScore(surpriseRules.modelsDisagree),
        })}
      </p>
      {listed.length === 0 ? (
        <p className="quiet">
          {!view || !known
            ? t('cohort.preparing')
            : t(found.length > 0 ? 'cohort.noRows' : 'cohort.triageNone')}
        </p>
      ) : (
        <TriageList listed={listed} rows={rows} />
      )}
    </div>
  );
}

function withOthers(found: Surprise[], rows: readonly CohortRow[]): Surprise[] {
  const known = new Set(found.map(({ caseId }) => caseId));
  const others = new Set(rows.map(({ caseId }) => caseId).filter((caseId) => !known.has(caseId)));
  return [...found, ...[...others].map((caseId) => ({ caseId, reasons: [] }))];
}

function TriageList({ listed, rows }: { listed: Surprise[]; rows: readonly CohortRow[] }) {
  const { t } = useTranslate();
  const selected = useCohortViewStore((view) => view.selected);
  // Not from the rows, which follow a moment later: what is typed must be there at once.
  const annotations = useAnnotationsStore((facts) => facts.annotations);
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useFocusWhereNone(list);
  const rowOf = useMemo(() => new Map(rows.map((row) => [row.caseId, row])), [rows]);
  const lines = useVirtualizer({
    count: listed.length,
    getScrollElement: () => box.current,
    estimateSize: () => estimatedHeight,
    getItemKey: (index) => listed[index].caseId,
    overscan: 6,
  });
  const caseId = selected === null ? null : partsOfKey(selected)[0];
  const place = listed.findIndex((item) => item.caseId === caseId);
  useEffect(() => {
    if (place >= 0) lines.scrollToIndex(place);
  }, [place, lines]);
  const keyOf = (surprise: Surprise) => rowKey(surprise, rowOf.get(surprise.caseId));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return;
    const mark = caseMarks[Number(event.key) - 1];
    const current = listed[place];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = place + (event.key === 'ArrowDown' ? 1 : -1);
      const to = listed[Math.min(listed.length - 1, Math.max(0, next))];
      if (to) selectRow(keyOf(to));
    } else if (mark && current) markCase(current.caseId, mark);
    else if (event.key.toLowerCase() === 'n' && current) {
      document.getElementById(triageNoteId(current.caseId))?.focus();
    } else if (event.key === 'Enter' && current) openRow(keyOf(current));
    else return;
    event.preventDefault();
  };
  return (
    <div ref={box} className="triage-box">
      <ul
        ref={list}
        className="triage-list"
        aria-label={t('cohort.triageTitle')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the keys.
        tabIndex={0}
        style={{ height: lines.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {lines.getVirtualItems().map(({ index, start, key }) => (
          <TriageCase
            key={key}
            measure={lines.measureElement}
            index={index}
            start={start}
            surprise={listed[index]}
            annotation={ownValue(annotations, listed[index].caseId) ?? null}
            isCurrent={index === place}
            onOpen={() => openRow(keyOf(listed[index]))}
            onSelect={() => selectRow(keyOf(listed[index]))}
            onLeave={() => list.current?.focus()}
          />
        ))}
      </ul>
    </div>
  );
}

/** The row of the case whose model its weightiest reason is about. */
function rowKey({ caseId, reasons }: Surprise, row: CohortRow | undefined): string {
  const reason = reasons[0]?.reason;
  const model = reason && (reason.kind === 'models-disagree' ? reason.worse : reason.model);
  return answerKey(caseId, model ?? row?.model ?? '');
}
