import { TextInput } from '@mantine/core';
import { useRef } from 'react';
import type { LabelScheme } from '../../../domain/labelScheme';
import { labelColor } from '../../../domain/palette';
import {
  type DraftFlaw,
  type DraftLabel,
  freeValue,
  nextId,
  type SchemeDraft,
} from '../../../domain/schemeDraft';
import { useTranslate } from '../../../i18n/translate';
import { AddRowButton, RemoveRowButton } from './RowButtons';

/** Changes a draft; `change` names the field that is typed into, so that one word is one step of undo. */
export type ChangeDraft = (draft: SchemeDraft, change?: string) => void;

export interface RowsProps {
  draft: SchemeDraft;
  /** The draft as far as it is a scheme, for its colours. */
  scheme: LabelScheme;
  flaws: DraftFlaw[];
  change: ChangeDraft;
}

/** One row per label: its colour, its value in the files, its name. */
export function LabelRows({ draft, scheme, flaws, change }: RowsProps) {
  const { t } = useTranslate();
  const rows = useRef<HTMLTableSectionElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const set = (id: number, facts: Partial<DraftLabel>) => {
    const labels = draft.labels.map((label) => (label.id === id ? { ...label, ...facts } : label));
    change({ ...draft, labels }, `label ${id} ${Object.keys(facts)}`);
  };
  const add = () => {
    const label = { id: nextId(draft), value: freeValue(draft), name: '', color: null };
    change({ ...draft, labels: [...draft.labels, label] });
    requestAnimationFrame(() =>
      rows.current?.querySelector<HTMLInputElement>('tr:last-child .name input')?.focus(),
    );
  };
  const remove = (id: number) => {
    const labels = draft.labels.filter((label) => label.id !== id);
    const regions = draft.regions.map((region) => ({
      ...region,
      labelIds: region.labelIds.filter((labelId) => labelId !== id),
      paints: region.paints === id ? null : region.paints,
    }));
    change({ ...draft, labels, regions });
    addButton.current?.focus();
  };
  const isFlawed = (id: number, ...kinds: DraftFlaw['kind'][]) =>
    flaws.some(({ row, kind }) => row === id && kinds.includes(kind));
  return (
    <section>
      <h3 id="scheme-labels">{t('scheme.labels')}</h3>
      <table className="scheme-rows labels" aria-labelledby="scheme-labels">
        <thead>
          <tr>
            <th scope="col">{t('scheme.value')}</th>
            <th scope="col">{t('scheme.color')}</th>
            <th scope="col">{t('scheme.labelName')}</th>
            <td />
          </tr>
        </thead>
        <tbody ref={rows}>
          {draft.labels.map(({ id, value, name, color }, index) => (
            <tr key={id}>
              <td>
                <TextInput
                  size="xs"
                  inputMode="numeric"
                  aria-label={t('scheme.valueOf', { number: index + 1 })}
                  value={value}
                  error={isFlawed(id, 'label-value', 'label-twice')}
                  onChange={({ currentTarget }) => set(id, { value: currentTarget.value })}
                />
              </td>
              <td>
                <input
                  type="color"
                  className="color-well"
                  aria-label={t('scheme.colorOf', { value })}
                  value={color ?? labelColor(scheme, scheme.labels[index].value)}
                  onChange={({ currentTarget }) => set(id, { color: currentTarget.value })}
                />
              </td>
              <td className="name">
                <TextInput
                  size="xs"
                  aria-label={t('scheme.nameOf', { value })}
                  value={name}
                  onChange={({ currentTarget }) => set(id, { name: currentTarget.value })}
                />
              </td>
              <td>
                <RemoveRowButton label={t('scheme.removeLabel', { value })} remove={() => remove(id)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <AddRowButton ref={addButton} add={add}>
        {t('scheme.addLabel')}
      </AddRowButton>
    </section>
  );
}
