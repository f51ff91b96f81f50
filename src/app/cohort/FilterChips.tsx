import { Button, Pill } from '@mantine/core';
import { brushRows, changeFilter, filterAttribute, filterRange } from '../../actions/changeCohortView';
import { columnName, conditionTitles, formatOf } from '../../derived/columnTexts';
import type { CohortView } from '../../derived/useCohortView';
import { excludedCases } from '../../domain/cohortRow';
import { isFilterEmpty, type ValueRange } from '../../domain/rowFilter';
import { useTranslate } from '../../i18n/translate';
import { useCohortViewStore } from '../../stores/cohortViewStore';

/** Every filter that is set, each to be taken away, and how many cases a person left out. */
export function FilterChips({ view, onClear }: { view: CohortView; onClear: () => void }) {
  const { t } = useTranslate();
  const filter = useCohortViewStore((facts) => facts.filter);
  const brushed = useCohortViewStore((facts) => facts.brushed);
  const chips: { key: string; text: string; remove: () => void }[] = [];
  if (filter.text.trim() !== '') {
    chips.push({ key: 'text', text: `“${filter.text.trim()}”`, remove: () => changeFilter({ text: '' }) });
  }
  if (filter.model !== null) {
    chips.push({ key: 'model', text: filter.model, remove: () => changeFilter({ model: null }) });
  }
  if (filter.condition !== null) {
    const text = t(conditionTitles[filter.condition]);
    chips.push({ key: 'condition', text, remove: () => changeFilter({ condition: null }) });
  }
  if (filter.verdict) {
    const text = t(`reconstruction.${filter.verdict}`);
    chips.push({ key: 'verdict', text, remove: () => changeFilter({ verdict: null }) });
  }
  for (const [id, range] of Object.entries(filter.ranges)) {
    const column = view.allColumns.find((candidate) => candidate.id === id);
    if (!column) continue;
    const text = `${columnName(column, t)} ${rangeText(range, formatOf(column))}`;
    chips.push({ key: id, text, remove: () => filterRange(id, { min: null, max: null }) });
  }
  for (const [name, value] of Object.entries(filter.attributes)) {
    const text = `${name}: ${value || t('cohort.noValue')}`;
    chips.push({ key: `attribute ${name}`, text, remove: () => filterAttribute(name, null) });
  }
  if (brushed) {
    const text = t('cohort.brushed', { count: brushed.length });
    chips.push({ key: 'brush', text, remove: () => brushRows([]) });
  }
  const excluded = excludedCases(view.rows).length;
  return (
    <>
      {chips.map(({ key, text, remove }) => (
        <Pill
          key={key}
          withRemoveButton
          onRemove={remove}
          // Mantine hides it from the keyboard, for pills inside a field.
          removeButtonProps={{
            'aria-label': t('cohort.removeFilter', { filter: text }),
            'aria-hidden': false,
            tabIndex: 0,
          }}
        >
          {text}
        </Pill>
      ))}
      {excluded > 0 && (
        <span className="excluded-count">{t('cohort.rowsExcluded', { count: excluded })}</span>
      )}
      {(!isFilterEmpty(filter) || brushed) && (
        <Button size="compact-xs" variant="subtle" onClick={onClear}>
          {t('cohort.clearFilter')}
        </Button>
      )}
    </>
  );
}

function rangeText({ min, max }: ValueRange, format: (value: number) => string): string {
  if (min === null) return `≤ ${format(max ?? Number.NaN)}`;
  return max === null ? `≥ ${format(min)}` : `${format(min)} … ${format(max)}`;
}
