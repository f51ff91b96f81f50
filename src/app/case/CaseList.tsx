import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp, IconLayoutSidebarLeftCollapse, IconList } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useEffect, useMemo, useRef, useState } from 'react';
import { changeView, openCase, stepCase } from '../../actions/navigate';
import { useScoresOf } from '../../derived/useScores';
import type { Case } from '../../domain/cohort';
import { answerKey } from '../../domain/cohort';
import { markColor, structureColor } from '../../domain/palette';
import { formatScore } from '../../i18n/formatNumber';
import { useTranslate } from '../../i18n/translate';
import { useAnswersStore } from '../../stores/answersStore';
import { useCohortStore } from '../../stores/cohortStore';
import { useViewStore } from '../../stores/viewStore';
import { useTextWidth } from '../parts/useTextWidth';

const rowHeight = 34;
/** In rem, as case.css has it. */
const textSize = 0.85;
/** In px: the list is as wide as the longest name, within bounds; beside it stand the bars. */
const widths = { beside: 80, least: 220, most: 320 };

/** In px of the window: below it the picture needs the list's room more than the list does. */
const roomForList = '(min-width: 1700px)';

/** All cases, filtered by name; ↑ and ↓ step through them. Folded it leaves its room to the picture. */
export function CaseList() {
  const chosen = useViewStore((view) => view.isListOpen);
  const hasRoom = useMediaQuery(roomForList, undefined, { getInitialValueInEffect: false });
  return (chosen ?? hasRoom) ? <OpenList /> : <FoldedList />;
}

function FoldedList() {
  const { t } = useTranslate();
  return (
    <aside className="case-list folded" aria-label={t('app.cohort')}>
      <Tooltip label={t('view.showCases')} position="right">
        <ActionIcon
          variant="default"
          aria-label={t('view.showCases')}
          onClick={() => changeView({ isListOpen: true })}
        >
          <IconList size={17} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('view.previousCase')} position="right">
        <ActionIcon variant="subtle" aria-label={t('view.previousCase')} onClick={() => stepCase(-1)}>
          <IconChevronUp size={17} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('view.nextCase')} position="right">
        <ActionIcon variant="subtle" aria-label={t('view.nextCase')} onClick={() => stepCase(1)}>
          <IconChevronDown size={17} />
        </ActionIcon>
      </Tooltip>
    </aside>
  );
}

function OpenList() {
  const { t } = useTranslate();
  const cases = useCohortStore((facts) => facts.cohort?.cases ?? noCases);
  const caseId = useViewStore((view) => view.caseId);
  const [filter, setFilter] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const shown = cases.filter(({ id }) => id.toLowerCase().includes(filter.trim().toLowerCase()));
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  const textWidth = useTextWidth(textSize);
  const width = useMemo(() => {
    const longest = textWidth(cases.map(({ id }) => id));
    return Math.min(widths.most, Math.max(widths.least, widths.beside + longest));
  }, [cases, textWidth]);
  const place = shown.findIndex(({ id }) => id === caseId);
  useEffect(() => {
    if (place >= 0) rows.scrollToIndex(place);
  }, [place, rows]);
  return (
    <aside
      className="case-list"
      style={{ '--list-width': `${width}px` } as CSSProperties}
      aria-label={t('app.cohort')}
    >
      <div className="case-list-head">
        <TextInput
          size="xs"
          aria-label={t('app.filterCases')}
          placeholder={t('app.filterCases')}
          value={filter}
          onChange={({ currentTarget }) => setFilter(currentTarget.value)}
        />
        <Tooltip label={t('view.hideCases')}>
          <ActionIcon
            variant="subtle"
            aria-label={t('view.hideCases')}
            onClick={() => changeView({ isListOpen: false })}
          >
            <IconLayoutSidebarLeftCollapse size={17} />
          </ActionIcon>
        </Tooltip>
      </div>
      {shown.length === 0 && <p className="quiet">{t('app.noCases')}</p>}
      <div ref={list} className="case-rows">
        <ul style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => (
            <li key={shown[index].id} style={{ transform: `translateY(${start}px)`, height: rowHeight }}>
              <CaseRow item={shown[index]} isCurrent={shown[index].id === caseId} />
            </li>
          ))}
        </ul>
      </div>
    </aside>
  );
}

const noCases: Case[] = [];

function CaseRow({ item, isCurrent }: { item: Case; isCurrent: boolean }) {
  const { t } = useTranslate();
  const model = useViewStore((view) => view.model);
  const scheme = useCohortStore((facts) => facts.scheme);
  const failed = useAnswersStore((facts) => facts.answers[answerKey(item.id, model ?? '')]?.failure);
  const scores = useScoresOf(item.id, model);
  const regions = scores?.structures.filter(({ structure }) => structure.kind === 'region') ?? [];
  return (
    <button
      type="button"
      className="case-row"
      aria-current={isCurrent ? 'true' : undefined}
      onClick={() => openCase(item.id)}
    >
      <span className="case-name cut-start" title={item.id}>
        <bdi>{item.id}</bdi>
      </span>
      {failed && <span className="failed">{t('app.failed')}</span>}
      {scheme && regions.length > 0 && (
        <span
          className="mini-bars"
          title={regions
            .map(({ structure, overlap }) => `${structure.name} ${formatScore(overlap.dice)}`)
            .join(' · ')}
        >
          {regions.map(({ structure, overlap }) => (
            <i
              key={structure.name}
              style={{
                height: `${Math.max(6, 100 * (overlap.dice || 0))}%`,
                background: markColor(structureColor(scheme, structure)),
              }}
            />
          ))}
        </span>
      )}
    </button>
  );
}
