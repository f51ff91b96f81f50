import { causes } from '../../domain/errorCause';
import { sliceLayouts, type ViewKind, viewKinds } from '../../domain/view';
import { type AddressedSelection, cohortTabs, emptySelection, type Screen } from '../../stores/viewStore';

const screens: readonly Screen[] = ['start', 'cohort', 'files', 'case', 'rate', 'present'];

export function viewKindOf(name: string | null): ViewKind | null {
  return viewKinds.find((known) => known === name) ?? null;
}

/**
 * The selection as the part of the address after '#': "/case/BRATS_01?model=nnUnet&view=errors", "/present/2",
 * "/cohort/triage".
 */
export function writeAddress(selection: AddressedSelection): string {
  const { screen, tab, scene, caseId, model, structure, view, cause, layout, voxel } = selection;
  if (screen === 'cohort') return tab && tab !== emptySelection.tab ? `#/cohort/${tab}` : '#/cohort';
  // Nothing of what is rated may be read from the address.
  if (screen === 'files' || screen === 'rate') return `#/${screen}`;
  if (screen === 'present') return `#/present/${scene}`;
  if (screen === 'start' || caseId === null) return '#/';
  const query = new URLSearchParams();
  if (model !== null) query.set('model', model);
  if (structure !== null) query.set('structure', structure);
  query.set('view', view);
  if (cause !== null) query.set('cause', cause);
  query.set('layout', layout);
  if (voxel) query.set('voxel', voxel.join(','));
  return `#/case/${encodeURIComponent(caseId)}?${query}`;
}

/**
 * The selection that an address names; whatever it does not name or names wrongly is as at the start. Only the
 * address of a cohort has a tab, so that the way back from a case leads to the tab where one was.
 */
export function readAddress(hash: string): AddressedSelection {
  const [path, search = ''] = hash.replace(/^#\/?/, '').split('?');
  const [name, id] = path.split('/');
  const query = new URLSearchParams(search);
  const oneOf = <Value extends string>(values: readonly Value[], value: string | null, other: Value) =>
    values.find((known) => known === value) ?? other;
  const voxel = query.get('voxel')?.split(',').map(Number) ?? [];
  const isVoxel = voxel.length === 3 && voxel.every((index) => Number.isInteger(index) && index >= 0);
  const screen = oneOf(screens, name, 'start');
  const isScene = screen === 'present';
  const isCohort = screen === 'cohort';
  return {
    screen,
    scene: isScene && /^[1-9]\d{0,5}$/.test(id) ? Number(id) : emptySelection.scene,
    ...(isCohort && { tab: oneOf(cohortTabs, id ?? null, emptySelection.tab) }),
    caseId: id && !isScene && !isCohort ? decoded(id) : null,
    model: query.get('model'),
    structure: query.get('structure'),
    view: viewKindOf(query.get('view')) ?? emptySelection.view,
    cause: causes.find((cause) => cause === query.get('cause')) ?? null,
    layout: oneOf(sliceLayouts, query.get('layout'), emptySelection.layout),
    voxel: isVoxel ? [voxel[0], voxel[1], voxel[2]] : null,
  };
}

/** An address that was cut off in the middle of a letter names the case as it stands. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
