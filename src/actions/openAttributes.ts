import { attributeOf } from '../domain/cohortColumn';
import { failure } from '../domain/errors';
import { readAttributes } from '../io/readAttributes';
import { emptyAttributes, useAttributesStore } from '../stores/attributesStore';
import { useCohortViewStore } from '../stores/cohortViewStore';
import { openCaseIds } from './caseSources';
import { showColumnGroups } from './changeCohortView';

/** Joins a table of case attributes to the open cohort; a table that cannot be joined leaves the former one. */
export async function openAttributes(file: File): Promise<void> {
  try {
    const table = { name: file.name, text: await file.text() };
    const read = readAttributes(table.name, table.text, openCaseIds());
    if (!read.ok) {
      useAttributesStore.setState({ problem: read.problem });
      return;
    }
    useAttributesStore.setState({ attributes: read.value, table, problem: null });
    keepColumns(read.value.columns);
    showColumnGroups([...useCohortViewStore.getState().groups, 'attributes']);
  } catch (reason) {
    const { problem } = failure('unreadable-file', file.name, { detail: String(reason) });
    useAttributesStore.setState({ problem });
  }
}

/** Looks up the cases that are open now; where none is in the table any more, it stays as it was joined. */
export function joinAttributesAgain(): void {
  const { table } = useAttributesStore.getState();
  const read = table && readAttributes(table.name, table.text, openCaseIds());
  if (!read?.ok) return;
  useAttributesStore.setState({ attributes: read.value });
  keepColumns(read.value.columns);
}

/** Takes the attributes away again. */
export function removeAttributes(): void {
  useAttributesStore.setState(emptyAttributes);
  keepColumns([]);
  useCohortViewStore.setState(({ groups }) => ({ groups: groups.filter((group) => group !== 'attributes') }));
}

/** Nothing is filtered, sorted or coloured by a column of attributes that is not there. */
function keepColumns(columns: readonly string[]): void {
  useCohortViewStore.setState(({ filter, sorting, colorBy }) => ({
    filter: {
      ...filter,
      attributes: Object.fromEntries(
        Object.entries(filter.attributes).filter(([name]) => columns.includes(name)),
      ),
    },
    sorting: sorting.filter(({ id }) => {
      const name = attributeOf(id);
      return name === null || columns.includes(name);
    }),
    colorBy: colorBy !== null && columns.includes(colorBy) ? colorBy : null,
  }));
}
