import { Checkbox, Select, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { joinCases } from '../../actions/reviewRoles';
import { answerKey, type Case, type Prediction, predictionOf } from '../../domain/cohort';
import type { Problem } from '../../domain/errors';
import type { CaseProblem } from '../../domain/recognition';
import { remembered } from '../../domain/remembered';
import { useTranslate } from '../../i18n/translate';
import { useAnswersStore } from '../../stores/answersStore';
import { useCohortStore } from '../../stores/cohortStore';

const rowHeight = 30;
/** With more models a count says more than a row of ticks. */
const mostModelColumns = 6;

/** Every case with its images, reference and predictions, and what is missing. */
export function IntakeCases() {
  const { t } = useTranslate();
  const recognition = useCohortStore((facts) => facts.recognition);
  const cohort = useCohortStore((facts) => facts.cohort);
  const [filter, setFilter] = useState('');
  const [isOnlyIncomplete, setOnlyIncomplete] = useState(false);
  const problems = useMemo(() => byCase(recognition?.problems ?? []), [recognition]);
  if (!cohort || cohort.cases.length === 0) return null;
  const wanted = filter.trim().toLowerCase();
  const shown = cohort.cases.filter(
    ({ id }) => id.toLowerCase().includes(wanted) && (!isOnlyIncomplete || problems.has(id)),
  );
  return (
    <section className="panel">
      <div className="intake-bar">
        <h2 id="intake-cases">{t('intake.list')}</h2>
        <TextInput
          size="xs"
          aria-label={t('intake.filter')}
          placeholder={t('intake.filter')}
          value={filter}
          onChange={({ currentTarget }) => setFilter(currentTarget.value)}
        />
        {problems.size > 0 && (
          <Checkbox
            size="xs"
            label={t('intake.onlyIncomplete', { count: problems.size })}
            checked={isOnlyIncomplete}
            onChange={({ currentTarget }) => setOnlyIncomplete(currentTarget.checked)}
          />
        )}
        <span className="quiet" role="status">
          {shown.length < cohort.cases.length &&
            t('intake.shown', { shown: shown.length, total: cohort.cases.length })}
        </span>
      </div>
      {shown.length === 0 ? (
        <p className="quiet">{t('intake.noneShown')}</p>
      ) : (
        <CaseTable
          cases={shown}
          models={cohort.models}
          problems={problems}
          incomplete={cohort.cases.filter((item) => isIncomplete(item, cohort.models))}
        />
      )}
    </section>
  );
}

function byCase(problems: readonly CaseProblem[]): Map<string, CaseProblem[]> {
  const map = new Map<string, CaseProblem[]>();
  for (const problem of problems) {
    if (problem.caseId === undefined) continue;
    const known = map.get(problem.caseId);
    if (known) known.push(problem);
    else map.set(problem.caseId, [problem]);
  }
  return map;
}

function isIncomplete(item: Case, models: readonly string[]): boolean {
  return !hasReference(item) || item.predictions.length < models.length;
}

/** Whether one case lacks all that the other has: then both may be one. */
function mayBeOne(first: Case, second: Case): boolean {
  const isTwice = hasReference(first) && hasReference(second);
  const models = new Set(first.predictions.map(({ model }) => model));
  return first.id !== second.id && !isTwice && !second.predictions.some(({ model }) => models.has(model));
}

interface CaseTableProps {
  /** Of all cases: those that another may belong to. */
  incomplete: Case[];
  cases: Case[];
  models: string[];
  problems: ReadonlyMap<string, CaseProblem[]>;
}

/** Only the rows on screen exist; rows of space above and below stand for the others. */
function CaseTable({ cases, models, problems, incomplete }: CaseTableProps) {
  const { t } = useTranslate();
  const body = useRef<HTMLTableSectionElement>(null);
  const scroller = () => body.current?.closest<HTMLElement>('.screen') ?? null;
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const screen = scroller();
    if (!screen || !body.current) return;
    const offset = body.current.getBoundingClientRect().top - screen.getBoundingClientRect().top;
    setTop(Math.round(offset + screen.scrollTop));
  });
  const rows = useVirtualizer({
    count: cases.length,
    getScrollElement: scroller,
    estimateSize: () => rowHeight,
    overscan: 15,
    scrollMargin: top,
  });
  const items = rows.getVirtualItems();
  const above = items.length > 0 ? items[0].start - top : 0;
  const below = items.length > 0 ? rows.getTotalSize() - (items[items.length - 1].end - top) : 0;
  const hasColumns = models.length <= mostModelColumns;
  const isJoining = useMemo(() => canJoin(incomplete), [incomplete]);
  const [dragged, setDragged] = useState<Case | null>(null);
  const columns = 3 + (hasColumns ? models.length : 1) + (isJoining ? 1 : 0);
  return (
    <table className="intake-table cases" aria-labelledby="intake-cases" aria-rowcount={cases.length + 1}>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col" className="case">
            {t('words.case')}
          </th>
          <th scope="col">{t('intake.images')}</th>
          <th scope="col">{t('intake.reference')}</th>
          {hasColumns ? (
            models.map((model) => (
              <th key={model} scope="col" title={model}>
                {model}
              </th>
            ))
          ) : (
            <th scope="col">{t('intake.predictions')}</th>
          )}
          {isJoining && (
            <th scope="col" className="join">
              {t('intake.belongsTo')}
            </th>
          )}
        </tr>
      </thead>
      <tbody ref={body}>
        {above > 0 && <Space height={above} columns={columns} />}
        {items.map(({ index }) => (
          <CaseRow
            key={cases[index].id}
            item={cases[index]}
            index={index}
            models={models}
            hasColumns={hasColumns}
            incomplete={isJoining ? incomplete : null}
            dragged={dragged}
            onDrag={setDragged}
            problems={problems.get(cases[index].id) ?? noProblems}
          />
        ))}
        {below > 0 && <Space height={below} columns={columns} />}
      </tbody>
    </table>
  );
}

function hasReference({ reference, referenceRaw }: Case): boolean {
  return (reference ?? referenceRaw) !== undefined;
}

/** Some cases lack the reference, others something that those may have. */
function canJoin(incomplete: readonly Case[]): boolean {
  return incomplete.some(hasReference) && !incomplete.every(hasReference);
}

const noProblems: CaseProblem[] = [];

function Space({ height, columns }: { height: number; columns: number }) {
  return (
    <tr className="space">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

interface CaseRowProps {
  item: Case;
  index: number;
  models: string[];
  hasColumns: boolean;
  /** null: no two of them may be one. */
  incomplete: Case[] | null;
  problems: CaseProblem[];
  /** The case whose row is being dragged onto the one that its files belong to. */
  dragged: Case | null;
  onDrag: (dragged: Case | null) => void;
}

function CaseRow(props: CaseRowProps) {
  const { item, index, models, hasColumns, incomplete, problems, dragged, onDrag } = props;
  const { t } = useTranslate();
  const { id, images, reference, referenceRaw, predictions } = item;
  const answers = useAnswersStore((facts) => facts.answers);
  const again = problems.filter(({ code }) => code === 'duplicate-case');
  const twice = (model: string | undefined) => again.find((problem) => problem.model === model)?.file;
  const names = images.map(({ name }) => name).join(', ');
  const others = incomplete && isIncomplete(item, models) ? othersOf(item, incomplete) : [];
  const isTarget = dragged !== null && others.includes(dragged);
  return (
    <tr
      aria-rowindex={index + 2}
      className={isTarget ? 'drop-target' : undefined}
      draggable={others.length > 0}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', id);
        onDrag(item);
      }}
      onDragEnd={() => onDrag(null)}
      onDragOver={(event) => isTarget && event.preventDefault()}
      onDrop={(event) => {
        if (!isTarget) return;
        event.preventDefault();
        onDrag(null);
        joinCases(dragged.id, id);
      }}
    >
      <th scope="row" title={id}>
        {id}
      </th>
      <td title={names || images[0]?.path}>
        {/* An image in a folder of its own has no modality in its name. */}
        {images.length === 0 ? (
          <span className="quiet">{t('intake.noImage')}</span>
        ) : (
          names || <IconCheck size={14} className="tick" aria-label={t('intake.imageThere')} />
        )}
      </td>
      <td>
        <FileCell labelMap={reference} raw={referenceRaw} again={twice(undefined)} />
      </td>
      {hasColumns ? (
        models.map((model) => {
          const found = predictionOf(item, model);
          return (
            <td key={model}>
              <FileCell
                labelMap={found?.labelMap}
                raw={found?.raw}
                again={twice(model)}
                problem={answers[answerKey(id, model)]?.failure?.problem}
              />
            </td>
          );
        })
      ) : (
        <td title={predictions.map(({ model }) => model).join(', ')}>
          {t('intake.countOf', { count: predictions.length, total: models.length })}
        </td>
      )}
      {incomplete && <td>{others.length > 0 && <JoinSelect item={item} others={others} />}</td>}
    </tr>
  );
}

const mostOffered = 50;

function othersOf(item: Case, incomplete: readonly Case[]): Case[] {
  return incomplete.filter((other) => mayBeOne(item, other));
}

/** Joins what names did not: the case that the files of this one belong to. */
function JoinSelect({ item, others }: { item: Case; others: Case[] }) {
  const { t } = useTranslate();
  return (
    <Select
      size="xs"
      searchable
      limit={mostOffered}
      aria-label={t('intake.belongsToOf', { case: item.id })}
      placeholder={t('intake.chooseCase')}
      data={others.map((other) => other.id)}
      value={null}
      onChange={(other) => other !== null && joinCases(item.id, other)}
    />
  );
}

const rawWords = {
  probabilities: 'intake.probabilities',
  'region-masks': 'intake.regionMasks',
  channels: 'intake.channels',
} as const;

const noPaths: readonly string[] = [];
const guessedSet = remembered((paths: readonly string[]): ReadonlySet<string> => new Set(paths));

/** The files whose role or case was guessed; one set for all cells. */
function useGuessed(): ReadonlySet<string> {
  return guessedSet(useCohortStore(({ recognition }) => recognition?.guessedPaths ?? noPaths));
}

interface FileCellProps {
  labelMap: string | undefined;
  raw: Prediction['raw'];
  /** The file that stands for the same, too, and is not used. */
  again: string | undefined;
  /** Why it could not be scored. */
  problem?: Problem;
}

function FileCell({ labelMap, raw, again, problem }: FileCellProps) {
  const { t } = useTranslate();
  const path = labelMap ?? (raw?.kind === 'region-masks' ? raw.masks[0].path : raw?.path);
  const isGuess = useGuessed().has(path ?? '');
  if (path === undefined) return <span className="lacking">{t('intake.missing')}</span>;
  if (problem) {
    return (
      <span className="lacking" title={`${problem.file}: ${t(`errors.${problem.code}`, problem.facts)}`}>
        <IconAlertTriangle size={14} aria-hidden="true" /> {t('intake.notScored')}
      </span>
    );
  }
  return (
    <span title={path}>
      <IconCheck size={14} className="tick" aria-hidden="true" />
      {labelMap ? (
        <span className="visually-hidden">{t('intake.present')}</span>
      ) : (
        raw && <> {t(rawWords[raw.kind])}</>
      )}
      {isGuess && <span className="guess"> {t('intake.guessed')}</span>}
      {again && (
        <span className="lacking" title={t('intake.twiceHint', { file: again })}>
          {' '}
          {t('intake.twice')}
        </span>
      )}
    </span>
  );
}
