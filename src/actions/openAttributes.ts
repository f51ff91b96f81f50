import { failure } from '../domain/errors';
import { readAttributes } from '../io/readAttributes';
import { emptyAttributes, useAttributesStore } from '../stores/attributesStore';
import { useCohortStore } from '../stores/cohortStore';
import { useCohortViewStore } from '../stores/cohortViewStore';
import { changeCohortView, showColumnGroups } from './changeCohortView';

/** Joins a table of case attributes to the open cohort; a table that cannot be joined leaves the former one. */
export async function openAttributes(file: File): Promise<void> {
  const caseIds = (useCohortStore.getState().cohort?.cases ?? []).map(({ id }) => id);
  try {
    const read = readAttributes(file.name, await file.text(), caseIds);
    if (!read.ok) {
      useAttributesStore.setState({ problem: read.problem });
      return;
    }
    useAttributesStore.setState({ attributes: read.value, problem: null });
    showColumnGroups([...useCohortViewStore.getState().groups, 'attributes']);
  } catch (reason) {
    const { problem } = failure('unreadable-file', file.name, { detail: String(reason) });
    useAttributesStore.setState({ problem });
  }
}

/** Takes the attributes away again, and what was filtered and coloured by them. */
export function removeAttributes(): void {
  useAttributesStore.setState(emptyAttributes);
  changeCohortView({ colorBy: null });
  useCohortViewStore.setState(({ filter, groups }) => ({
    filter: { ...filter, attributes: {} },
    groups: groups.filter((group) => group !== 'attributes'),
  }));
}
