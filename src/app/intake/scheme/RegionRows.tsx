import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useRef } from 'react';
import { type DraftFlaw, type DraftRegion, nextId } from '../../../domain/schemeDraft';
import { useTranslate } from '../../../i18n/translate';
import type { RowsProps } from './LabelRows';
import { AddRowButton, RemoveRowButton } from './RowButtons';

/** One row per region in declared order: its name, the labels inside, the label that it paints. */
export function RegionRows({ draft, flaws, change }: RowsProps) {
  const { t } = useTranslate();
  const rows = useRef<HTMLTableSectionElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const { labels, regions } = draft;
  const set = (id: number, facts: Partial<DraftRegion>) => {
    const next = regions.map((region) => (region.id === id ? { ...region, ...facts } : region));
    const isTyping = facts.name !== undefined;
    change({ ...draft, regions: next }, isTyping ? `region ${id} name` : undefined);
  };
  const toggle = ({ id, labelIds }: DraftRegion, label: number) => {
    const others = labelIds.filter((other) => other !== label);
    set(id, { labelIds: others.length < labelIds.length ? others : [...labelIds, label] });
  };
  const move = (index: number, step: number) => {
    const next = [...regions];
    [next[index], next[index + step]] = [next[index + step], next[index]];
    change({ ...draft, regions: next });
  };
  const add = () => {
    const region = { id: nextId(draft), name: '', labelIds: [], paints: null };
    change({ ...draft, regions: [...regions, region] });
    requestAnimationFrame(() =>
      rows.current?.querySelector<HTMLInputElement>('tr:last-child .name input')?.focus(),
    );
  };
  const remove = (id: number) => {
    change({ ...draft, regions: regions.filter((region) => region.id !== id) });
    addButton.current?.focus();
  };
  const isFlawed = (id: number, ...kinds: DraftFlaw['kind'][]) =>
    flaws.some(({ row, kind }) => row === id && kinds.includes(kind));
  return (
    <section>
      <h3 id="scheme-regions">{t('scheme.regions')}</h3>
      {regions.length > 0 && (
        <table className="scheme-rows regions" aria-labelledby="scheme-regions">
          <thead>
            <tr>
              <td />
              <th scope="col">{t('scheme.regionName')}</th>
              <th scope="col">{t('scheme.regionLabels')}</th>
              <th scope="col">{t('scheme.paintsHeading')}</th>
              <td />
            </tr>
          </thead>
          <tbody ref={rows}>
            {regions.map((region, index) => {
              const { id, name, labelIds, paints } = region;
              const shown = name.trim() || String(index + 1);
              return (
                <tr key={id}>
                  <td className="moves">
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size="sm"
                      aria-label={t('scheme.moveUp', { region: shown })}
                      disabled={index === 0}
                      onClick={() => move(index, -1)}
                    >
                      <IconArrowUp size={14} />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size="sm"
                      aria-label={t('scheme.moveDown', { region: shown })}
                      disabled={index === regions.length - 1}
                      onClick={() => move(index, 1)}
                    >
                      <IconArrowDown size={14} />
                    </ActionIcon>
                  </td>
                  <td className="name">
                    <TextInput
                      size="xs"
                      aria-label={t('scheme.regionNameOf', { number: index + 1 })}
                      value={name}
                      error={isFlawed(id, 'region-twice')}
                      onChange={({ currentTarget }) => set(id, { name: currentTarget.value })}
                    />
                  </td>
                  <td>
                    <fieldset aria-label={t('scheme.labelsOf', { region: shown })} className="toggles">
                      {labels.map((label) => (
                        <button
                          key={label.id}
                          type="button"
                          aria-pressed={labelIds.includes(label.id)}
                          onClick={() => toggle(region, label.id)}
                        >
                          {label.value} {label.name}
                        </button>
                      ))}
                    </fieldset>
                  </td>
                  <td>
                    <NativeSelect
                      size="xs"
                      aria-label={t('scheme.paintsOf', { region: shown })}
                      value={paints === null ? '' : String(paints)}
                      data={[
                        { value: '', label: t('scheme.paintsNothing'), disabled: true },
                        ...labels.map((label) => ({
                          value: String(label.id),
                          label: `${label.value} ${label.name}`,
                        })),
                      ]}
                      onChange={({ currentTarget }) => set(id, { paints: Number(currentTarget.value) })}
                    />
                  </td>
                  <td>
                    <RemoveRowButton
                      label={t('scheme.removeRegion', { region: shown })}
                      remove={() => remove(id)}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <AddRowButton ref={addButton} isEnabled={labels.length > 0} add={add}>
        {t('scheme.addRegion')}
      </AddRowButton>
    </section>
  );
}
