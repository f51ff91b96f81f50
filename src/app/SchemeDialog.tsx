import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { chooseScheme, stopAskingForScheme } from '../actions/chooseScheme';
import { unrebuildableLabels } from '../domain/checkScheme';
import type { LabelScheme } from '../domain/labelScheme';
import { labelColor, structureColor } from '../domain/palette';
import { presets } from '../domain/presets';
import { useTranslate } from '../i18n/translate';
import { useCohortStore } from '../stores/cohortStore';
import { Swatch } from './Swatch';

/** Asks what the integers mean: a preset, or what dataset.json says. Nothing is scored before the answer. */
export function SchemeDialog() {
  const { t } = useTranslate();
  const isAsking = useCohortStore((facts) => facts.isAskingForScheme);
  return (
    <Modal
      opened={isAsking}
      onClose={stopAskingForScheme}
      title={t('scheme.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('words.close') }}
    >
      {isAsking && <SchemeChoice />}
    </Modal>
  );
}

function SchemeChoice() {
  const { t } = useTranslate();
  const { cohort, scheme, schemeGuess, isSchemeConfirmed } = useCohortStore();
  const own = cohort?.scheme ?? null;
  const choices = new Map<string, { scheme: LabelScheme; source: string }>([
    ...(own ? [['dataset.json', { scheme: own, source: t('scheme.fromDataset') }] as const] : []),
    ...presets.map((preset) => [preset.id, preset] as const),
  ]);
  const current = [...choices].find(([, choice]) => choice.scheme === scheme)?.[0] ?? null;
  const [chosenId, choose] = useState(schemeGuess?.presetId ?? current);
  const chosen = chosenId === null ? null : choices.get(chosenId);
  const question = isSchemeConfirmed
    ? t('scheme.change')
    : schemeGuess
      ? t('scheme.guess', { name: choices.get(schemeGuess.presetId)?.scheme.name ?? '' })
      : t('scheme.ask');
  return (
    <Stack>
      <Text>{question}</Text>
      <Select
        label={t('scheme.choose')}
        data={[...choices].map(([value, choice]) => ({
          value,
          label: value === 'dataset.json' ? `${choice.scheme.name} (dataset.json)` : choice.scheme.name,
        }))}
        value={chosenId}
        onChange={choose}
        data-autofocus
      />
      {chosen && <SchemeSummary scheme={chosen.scheme} source={chosen.source} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={stopAskingForScheme}>
          {t('words.cancel')}
        </Button>
        <Button disabled={!chosen} onClick={() => chosen && chooseScheme(chosen.scheme)}>
          {t('scheme.use')}
        </Button>
      </Group>
    </Stack>
  );
}

function SchemeSummary({ scheme, source }: { scheme: LabelScheme; source: string }) {
  const { t } = useTranslate();
  const lost = unrebuildableLabels(scheme);
  return (
    <div className="scheme-summary">
      <div>
        <h3>{t('scheme.labels')}</h3>
        <ul>
          {scheme.labels.map(({ value, name }) => (
            <li key={value}>
              <Swatch color={labelColor(scheme, value)} /> <code>{value}</code> {name}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3>{t('scheme.regions')}</h3>
        <ul>
          {scheme.regions.map(({ name, labels }, index) => (
            <li key={name}>
              <Swatch color={structureColor(scheme, { kind: 'region', name, labels })} /> {name}{' '}
              <code>{labels.join(', ')}</code>{' '}
              <span className="quiet">{t('scheme.paints', { label: scheme.regionsClassOrder[index] })}</span>
            </li>
          ))}
        </ul>
      </div>
      <p>
        {lost.length === 0
          ? t('scheme.rebuilds')
          : lost
              .map(({ label, paintedAs }) => t('scheme.paintedAs', { label, painted: paintedAs }))
              .join(' ')}
      </p>
      <p className="quiet">
        {t('scheme.source')}: {source}
      </p>
    </div>
  );
}
