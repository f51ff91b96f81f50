import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { chooseScheme, stopAskingForScheme } from '../../../actions/chooseScheme';
import { checkScheme } from '../../../domain/checkScheme';
import type { LabelScheme } from '../../../domain/labelScheme';
import { labelColor, structureColor } from '../../../domain/palette';
import { presets } from '../../../domain/presets';
import { type Translate, useTranslate } from '../../../i18n/translate';
import { type CohortFacts, useCohortStore } from '../../../stores/cohortStore';
import { Swatch } from '../../parts/Swatch';
import { FindingList } from './FindingList';
import { NamedValues, UnknownValues } from './UnknownValues';

interface Choice {
  scheme: LabelScheme;
  label: string;
  source: string;
}

/** A scheme to pick: the one in use, those of dataset.json, the presets. */
export function SchemeChoice({ onEdit }: { onEdit: (scheme: LabelScheme) => void }) {
  const { t } = useTranslate();
  const facts = useCohortStore();
  const choices = choicesOf(facts, t);
  const current = [...choices].find(([, choice]) => isSame(choice.scheme, facts.scheme))?.[0] ?? null;
  const [picked, pick] = useState<string | null>(null);
  const chosenId = picked ?? facts.schemeGuess?.presetId ?? current;
  const chosen = chosenId === null ? null : choices.get(chosenId);
  return (
    <Stack>
      <Text>{question(facts, choices, t)}</Text>
      <Select
        label={t('scheme.choose')}
        data={[...choices].map(([value, choice]) => ({ value, label: choice.label }))}
        value={chosenId}
        onChange={pick}
        data-autofocus
      />
      {chosen && <SchemeSummary scheme={chosen.scheme} source={chosen.source} />}
      <NamedValues />
      <UnknownValues scheme={chosen?.scheme ?? null} />
      <Group justify="space-between" wrap="nowrap">
        <Group gap="xs" wrap="nowrap">
          <Button variant="subtle" disabled={!chosen} onClick={() => chosen && onEdit(editable(chosen, t))}>
            {t('scheme.edit')}
          </Button>
          <Button variant="subtle" onClick={() => onEdit({ ...emptyScheme, name: t('scheme.ownName') })}>
            {t('scheme.write')}
          </Button>
        </Group>
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" onClick={stopAskingForScheme}>
            {t('words.cancel')}
          </Button>
          <Button disabled={!chosen} onClick={() => chosen && chooseScheme(chosen.scheme)}>
            {t('scheme.use')}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

const emptyScheme: LabelScheme = {
  name: '',
  labels: [],
  regions: [],
  regionsClassOrder: [],
  ignoreLabel: null,
};

/** A published scheme that was changed is no longer that scheme, and its name says so. */
function editable({ scheme, source }: Choice, t: Translate): LabelScheme {
  return source === '' ? scheme : { ...scheme, name: t('scheme.edited', { name: scheme.name }) };
}

/** A scheme that came back from storage is another object. */
function isSame(first: LabelScheme, second: LabelScheme | null): boolean {
  return first === second || JSON.stringify(first) === JSON.stringify(second);
}

function choicesOf({ recognition, cohort, scheme }: CohortFacts, t: Translate): Map<string, Choice> {
  const declared = recognition?.schemes ?? [];
  const own: [string, Choice][] =
    declared.length > 0
      ? declared.map(({ path, scheme: found }) => [
          path,
          { scheme: found, label: `${found.name} (${path})`, source: t('scheme.fromDataset') },
        ])
      : cohort?.scheme
        ? [['scores', { scheme: cohort.scheme, label: cohort.scheme.name, source: t('scheme.fromScores') }]]
        : [];
  const known: [string, Choice][] = [
    ...own,
    ...presets.map((preset): [string, Choice] => [preset.id, { ...preset, label: preset.scheme.name }]),
  ];
  const isListed = !scheme || known.some(([, choice]) => isSame(choice.scheme, scheme));
  const inUse: [string, Choice][] = isListed ? [] : [['in-use', { scheme, label: scheme.name, source: '' }]];
  return new Map([...inUse, ...known]);
}

function question(
  { isSchemeConfirmed, schemeGuess }: CohortFacts,
  choices: Map<string, Choice>,
  t: Translate,
) {
  if (isSchemeConfirmed) return t('scheme.change');
  if (!schemeGuess) return t('scheme.ask');
  return t('scheme.guess', { name: choices.get(schemeGuess.presetId)?.scheme.name ?? '' });
}

function SchemeSummary({ scheme, source }: { scheme: LabelScheme; source: string }) {
  const { t } = useTranslate();
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
      <FindingList findings={checkScheme(scheme)} hasRegions={scheme.regions.length > 0} />
      {source !== '' && (
        <p className="quiet">
          {t('scheme.source')}: {source}
        </p>
      )}
    </div>
  );
}
