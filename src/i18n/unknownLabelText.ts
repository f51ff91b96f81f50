import type { LabelScheme } from '../domain/labelScheme';
import { presetById } from '../domain/presets';
import { presetsThatFit, type UnknownLabel } from '../domain/unknownLabels';
import type { Translate } from './translate';

/** What a reader must know of a value without a meaning: how much there is, and which scheme would know it. */
export function unknownLabelText(t: Translate, unknown: UnknownLabel, scheme: LabelScheme): string {
  const { value, voxels, caseIds } = unknown;
  const fitting = presetsThatFit([value], scheme);
  const facts = { value, voxels: voxels.toLocaleString('en'), count: caseIds.length };
  const told = t(caseIds.length === 1 ? 'scores.unknownLabelOne' : 'scores.unknownLabel', {
    ...facts,
    caseId: caseIds[0],
  });
  if (fitting.length === 0) return told;
  const presets = fitting.map((id) => `${presetById(id).scheme.name} (${id})`).join(', ');
  return `${told} ${t('scores.unknownLabelPreset', { presets })}`;
}
