import { Button, Checkbox, Popover, Select, Stack, TextInput } from '@mantine/core';
import { IconColumns, IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import {
  changeFilter,
  clearFilter,
  filterAttribute,
  filterRange,
  showColumnGroups,
} from '../../../actions/changeCohortView';
import { columnName, conditionTitles, groupTitles } from '../../../derived/columnTexts';
import type { CohortView } from '../../../derived/useCohortView';
import { type VerdictState, verdictStates } from '../../../domain/caseReconstruction';
import { type CohortColumn, columnGroups, isText } from '../../../domain/cohortColumn';
import { ownValue } from '../../../domain/ownValue';
import type { RowCondition } from '../../../domain/rowFilter';
import { useTranslate } from '../../../i18n/translate';
import { useAttributesStore } from '../../../stores/attributesStore';
import { useCohortStore } from '../../../stores/cohortStore';
import { useCohortViewStore } from '../../../stores/cohortViewStore';
import { NumberField } from '../../parts/NumberField';
import { FilterChips } from '../FilterChips';

/** What rows and columns the table shows, in words; every filter that is set stands beside it. */
export function FilterBar({ view }: { view: CohortView }) {
  const { t } = useTranslate();
  const text = useCohortViewStore((facts) => facts.filter.text);
  return (
    <div className="filter-bar">
      <TextInput
        size="xs"
        w={170}
        aria-label={t('cohort.filterText')}
        placeholder={t('cohort.filterText')}
        value={text}
        onChange={({ currentTarget }) => changeFilter({ text: currentTarget.value })}
      />
      <Popover position="bottom-start" withinPortal>
        <Popover.Target>
          <Button size="xs" variant="default" leftSection={<IconFilter size={14} />}>
            {t('cohort.filters')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
          <Filters columns={view.allColumns} view={view} />
        </Popover.Dropdown>
      </Popover>
      <ColumnMenu columns={view.allColumns} />
      <span className="quiet" role="status">
        {t('cohort.rowsShown', { shown: view.shown.length, total: view.rows.length })}
      </span>
      <FilterChips view={view} onClear={clearFilter} />
    </div>
  );
}

function ColumnMenu({ columns }: { columns: CohortColumn[] }) {
  const { t } = useTranslate();
  const groups = useCohortViewStore((facts) => facts.groups);
  const known = columnGroups.filter((group) => columns.some((column) => column.group === group));
  return (
    <Popover position="bottom-start" withinPortal>
      <Popover.Target>
        <Button size="xs" variant="default" leftSection={<IconColumns size={14} />}>
          {t('cohort.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
        <Checkbox.Group value={groups} onChange={showColumnGroups} aria-label={t('cohort.columns')}>
          <Stack gap={6}>
            {known.map((group) => (
              <Checkbox key={group} size="xs" value={group} label={t(groupTitles[group])} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}

function Filters({ columns, view }: { columns: CohortColumn[]; view: CohortView }) {
  const { t } = useTranslate();
  const models = useCohortStore((facts) => facts.cohort?.models ?? noModels);
  const filter = useCohortViewStore((facts) => facts.filter);
  const attributes = useAttributesStore((facts) => facts.attributes?.columns ?? noModels);
  return (
    <Stack gap={8} w={270}>
      <Select
        size="xs"
        label={t('words.model')}
        placeholder={t('cohort.anyModel')}
        clearable
        data={models}
        value={filter.model}
        onChange={(model) => changeFilter({ model })}
        comboboxProps={{ withinPortal: false }}
      />
      <Select
        size="xs"
        label={t('cohort.condition')}
        placeholder={t('cohort.anyCondition')}
        clearable
        data={Object.entries(conditionTitles).map(([value, title]) => ({ value, label: t(title) }))}
        value={filter.condition}
        onChange={(condition) => changeFilter({ condition: condition as RowCondition | null })}
        comboboxProps={{ withinPortal: false }}
      />
      {columns.some(({ quantity }) => quantity === 'verdict') && (
        <Select
          size="xs"
          label={t('reconstruction.column')}
          placeholder={t('cohort.anyVerdict')}
          clearable
          data={verdictStates.map((value) => ({ value, label: t(`reconstruction.${value}`) }))}
          value={filter.verdict ?? null}
          onChange={(verdict) => changeFilter({ verdict: verdict as VerdictState | null })}
          comboboxProps={{ withinPortal: false }}
        />
      )}
      <RangeFilter columns={columns.filter((column) => !isText(column))} />
      {attributes.map((name) => (
        <Select
          key={name}
          size="xs"
          label={name}
          placeholder={t('cohort.anyVerdict')}
          clearable
          searchable
          data={valuesOf(view, name).map((value) => ({ value, label: value || t('cohort.noValue') }))}
          value={ownValue(filter.attributes, name) ?? null}
          onChange={(value) => filterAttribute(name, value)}
          comboboxProps={{ withinPortal: false }}
        />
      ))}
    </Stack>
  );
}

const noModels: string[] = [];

function valuesOf({ rows }: CohortView, name: string): string[] {
  return [...new Set(rows.map((row) => ownValue(row.attributes, name) ?? ''))].sort();
}

function RangeFilter({ columns }: { columns: CohortColumn[] }) {
  const { t } = useTranslate();
  const ranges = useCohortViewStore((facts) => facts.filter.ranges);
  const [chosen, choose] = useState<string | null>(null);
  const range = (chosen && ownValue(ranges, chosen)) || { min: null, max: null };
  const isEmpty = range.min !== null && range.max !== null && range.min > range.max;
  return (
    <>
      <Select
        size="xs"
        label={t('cohort.range')}
        searchable
        data={columns.map((column) => ({ value: column.id, label: columnName(column, t) }))}
        value={chosen}
        onChange={choose}
        comboboxProps={{ withinPortal: false }}
      />
      <div className="range-ends">
        <NumberField
          size="xs"
          label={t('cohort.from')}
          disabled={chosen === null}
          step={0.1}
          value={range.min}
          error={isEmpty}
          onCommit={(min) => chosen && filterRange(chosen, { ...range, min })}
        />
        <NumberField
          size="xs"
          label={t('cohort.to')}
          disabled={chosen === null}
          step={0.1}
          value={range.max}
          error={isEmpty && t('cohort.rangeEmpty')}
          onCommit={(max) => chosen && filterRange(chosen, { ...range, max })}
        />
      </div>
    </>
  );
}
