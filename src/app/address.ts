import { causes } from '../domain/errorCause';
import { sliceLayouts, type ViewKind, viewKinds } from '../domain/view';
import { emptySelection, type Screen, type Selection } from '../stores/viewStore';

const screens: readonly Screen[] = ['start', 'cohort', 'files', 'case', 'rate', 'present'];

export function viewKindOf(name: string | null): ViewKind | null {
  return viewKinds.find((known) => known === name) ?? null;
}

/** The selection as the part of the address after '#': "/case/BRATS_01?model=nnUnet&view=errors", "/present/2". */
export function writeAddress(selection: Selection): string {
  const { screen, scene, caseId, model, structure, view, cause, layout, voxel } = selection;
  // Nothing of what is rated may be read from the address.
  if (screen === 'cohort' || screen === 'files' || screen === 'rate') return `#/${screen}`;
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

/** The selection that an address names; whatever it does not name or names wrongly is as at the start. */
export function readAddress(hash: string): Selection {
  const [path, search = ''] = hash.replace(/^#\/?/, '').split('?');
  const [name, id] = path.split('/');
  const query = new URLSearchParams(search);
  const oneOf = <Value extends string>(values: readonly Value[], value: string | null, other: Value) =>
    values.find((known) => known === value) ?? other;
  const voxel = query.get('voxel')?.split(',').map(Number) ?? [];
  const isVoxel = voxel.length === 3 && voxel.every((index) => Number.isInteger(index) && index >= 0);
  const screen = oneOf(screens, name, 'start');
  const isScene = screen === 'present';
  return {
    screen,
    scene: isScene && /^[1-9]\d{0,5}$/.test(id) ? Number(id) : emptySelection.scene,
    caseId: id && !isScene ? decoded(id) : null,
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
