import { ActionIcon, Button, Group, TextInput, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { chooseScheme } from '../../../actions/chooseScheme';
import { checkScheme } from '../../../domain/checkScheme';
import { changed, redo, startHistory, undo } from '../../../domain/history';
import type { LabelScheme } from '../../../domain/labelScheme';
import {
  type DraftFlaw,
  draftFlaws,
  draftOf,
  nextId,
  repairedDraft,
  type SchemeDraft,
  schemeOf,
} from '../../../domain/schemeDraft';
import { type Translate, useTranslate } from '../../../i18n/translate';
import { ConfirmDialog } from '../../parts/ConfirmDialog';
import { FindingList, type Repair } from './FindingList';
import { type ChangeDraft, LabelRows } from './LabelRows';
import { RegionRows } from './RegionRows';
import { UnknownValues } from './UnknownValues';

interface SchemeEditorProps {
  scheme: LabelScheme;
  onBack: () => void;
  onDone: () => void;
}

/** A scheme put together by hand, checked as one types. */
export function SchemeEditor({ scheme, onBack, onDone }: SchemeEditorProps) {
  const { t } = useTranslate();
  const [history, setHistory] = useState(() => startHistory(draftOf(scheme)));
  const [isLeaving, setLeaving] = useState(false);
  const reasonId = useId();
  const draft = history.now;
  const flaws = draftFlaws(draft);
  const current = schemeOf(draft);
  const change: ChangeDraft = (next, field) => setHistory((before) => changed(before, next, field ?? null));
  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return;
    event.preventDefault();
    setHistory(key === 'y' || event.shiftKey ? redo : undo);
  };
  const addValue = (value: number) => {
    const label = { id: nextId(draft), value: String(value), name: `label ${value}`, color: null };
    change({ ...draft, labels: [...draft.labels, label] });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the fields inside take the keys; undo is theirs together.
    <div className="scheme-editor" onKeyDown={onKeyDown}>
      <div className="scheme-head">
        <TextInput
          data-autofocus
          label={t('scheme.name')}
          value={draft.name}
          error={flaws.some(({ kind }) => kind === 'no-name')}
          onChange={({ currentTarget }) => change({ ...draft, name: currentTarget.value }, 'name')}
        />
        <Tooltip label={t('scheme.ignoreHint')}>
          <TextInput
            label={t('scheme.ignoreLabel')}
            inputMode="numeric"
            w={130}
            value={draft.ignoreLabel}
            error={flaws.some(({ kind }) => kind === 'ignore-value' || kind === 'ignore-is-label')}
            onChange={({ currentTarget }) => change({ ...draft, ignoreLabel: currentTarget.value }, 'ignore')}
          />
        </Tooltip>
      </div>
      <LabelRows draft={draft} scheme={current} flaws={flaws} change={change} />
      <RegionRows draft={draft} scheme={current} flaws={flaws} change={change} />
      <section aria-live="polite" className="scheme-check">
        <h3>{t('scheme.check')}</h3>
        {flaws.length > 0 ? (
          <p className="quiet">–</p>
        ) : (
          <FindingList
            // The order is one's own here: it was not sorted by whoever wrote a file.
            findings={checkScheme(current).filter(({ kind }) => kind !== 'alphabetical-keys')}
            hasRegions={draft.regions.length > 0}
            onRepair={(repair) => change(repaired(draft, repair))}
          />
        )}
      </section>
      <UnknownValues scheme={current} onAdd={addValue} />
      <Group justify="space-between" className="scheme-foot">
        <ActionIcon.Group>
          <Tooltip label={`${t('scheme.undo')} (Ctrl+Z)`}>
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={t('scheme.undo')}
              disabled={history.past.length === 0}
              onClick={() => setHistory(undo)}
            >
              <IconArrowBackUp size={18} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={`${t('scheme.redo')} (Ctrl+Shift+Z)`}>
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={t('scheme.redo')}
              disabled={history.undone.length === 0}
              onClick={() => setHistory(redo)}
            >
              <IconArrowForwardUp size={18} />
            </ActionIcon>
          </Tooltip>
        </ActionIcon.Group>
        <p id={reasonId} className="reason" role="status">
          {flaws.length > 0 && flawText(flaws[0], t)}
        </p>
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" onClick={() => (history.past.length > 0 ? setLeaving(true) : onBack())}>
            {t('scheme.back')}
          </Button>
          <Button
            disabled={flaws.length > 0}
            aria-describedby={reasonId}
            onClick={() => {
              onDone();
              chooseScheme(current);
            }}
          >
            {t('scheme.use')}
          </Button>
        </Group>
      </Group>
      <ConfirmDialog
        title={t('scheme.discardTitle')}
        text={t('scheme.discardText')}
        action={t('scheme.discard')}
        isDestructive
        isOpen={isLeaving}
        onClose={() => setLeaving(false)}
        onConfirm={onBack}
      />
    </div>
  );
}

function repaired(draft: SchemeDraft, repair: Repair): SchemeDraft {
  const names =
    repair.kind === 'repair-region-order' ? repair.regions : draft.regions.map(({ name }) => name.trim());
  return repairedDraft(draft, names, repair.repaired);
}

const flawWords = {
  'no-name': 'scheme.flawNoName',
  'no-labels': 'scheme.flawNoLabels',
  'label-value': 'scheme.flawLabelValue',
  'label-twice': 'scheme.flawLabelTwice',
  'label-no-name': 'scheme.flawLabelNoName',
  'region-no-name': 'scheme.flawRegionNoName',
  'region-twice': 'scheme.flawRegionTwice',
  'region-no-labels': 'scheme.flawRegionNoLabels',
  'region-paints-nothing': 'scheme.flawRegionPaintsNothing',
  'ignore-value': 'scheme.flawIgnoreValue',
  'ignore-is-label': 'scheme.flawIgnoreIsLabel',
} as const satisfies Record<DraftFlaw['kind'], string>;

function flawText({ kind, text }: DraftFlaw, t: Translate): string {
  return t(flawWords[kind], { text });
}
