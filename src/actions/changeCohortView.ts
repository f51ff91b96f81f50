import { partsOfKey } from '../domain/cohort';
import { columnGroups } from '../domain/cohortColumn';
import { emptyFilter, type RowFilter, type ValueRange } from '../domain/rowFilter';
import { type CohortViewFacts, useCohortViewStore } from '../stores/cohortViewStore';
import { openCase } from './navigate';

/** Changes which chart is shown, of which structure, in which colours, or how two models are read. */
export function changeCohortView(
  change: Partial<Omit<CohortViewFacts, 'filter' | 'selected' | 'brushed' | 'groups'>>,
): void {
  useCohortViewStore.setState(change);
}

/** Sorts by a column: ascending, then descending, then not; alone, or after the columns sorted by so far. */
export function toggleSort(id: string, isFurther: boolean): void {
  useCohortViewStore.setState(({ sorting }) => {
    const before = sorting.find((sort) => sort.id === id);
    const next = before?.desc ? [] : [{ id, desc: before !== undefined }];
    if (!isFurther) return { sorting: next };
    const place = sorting.findIndex((sort) => sort.id === id);
    return { sorting: place < 0 ? [...sorting, ...next] : sorting.toSpliced(place, 1, ...next) };
  });
}

/** Groups stand in their own order, whatever the order of choosing. */
export function showColumnGroups(chosen: readonly string[]): void {
  useCohortViewStore.setState({ groups: columnGroups.filter((group) => chosen.includes(group)) });
}

export function changeFilter(change: Partial<RowFilter>): void {
  useCohortViewStore.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
}

/** Sets or, with both ends open, removes the range of a column. */
export function filterRange(columnId: string, range: ValueRange): void {
  const { [columnId]: _, ...others } = useCohortViewStore.getState().filter.ranges;
  const isOpen = range.min === null && range.max === null;
  changeFilter({ ranges: isOpen ? others : { ...others, [columnId]: range } });
}

export function filterAttribute(name: string, value: string | null): void {
  const { [name]: _, ...others } = useCohortViewStore.getState().filter.attributes;
  changeFilter({ attributes: value === null ? others : { ...others, [name]: value } });
}

/** Shows every row again. */
export function clearFilter(): void {
  useCohortViewStore.setState({ filter: emptyFilter, brushed: null });
}

export function selectRow(key: string | null): void {
  useCohortViewStore.setState({ selected: key });
}

/** Keeps only these rows; an empty brush brings all back. */
export function brushRows(keys: readonly string[]): void {
  useCohortViewStore.setState({ brushed: keys.length > 0 ? [...keys] : null });
}

/** Marks the row everywhere and shows its case, with the given structure's errors if there is one. */
export function openRow(key: string, structure?: string): void {
  const [caseId, model] = partsOfKey(key);
  selectRow(key);
  openCase(caseId, model, structure ? { structure, view: 'errors' } : {});
}
