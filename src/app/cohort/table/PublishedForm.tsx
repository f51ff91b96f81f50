import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addPublished } from '../../../actions/enterPublished';
import { profileTitles } from '../../../derived/profileTitles';
import { chosenStructure } from '../../../domain/chosenStructure';
import { type LabelScheme, structureKey } from '../../../domain/labelScheme';
import { isProfileName } from '../../../domain/profile';
import {
  type PublishedCases,
  type PublishedConvention,
  type PublishedKind,
  publishedCases,
  publishedConventions,
  publishedKinds,
} from '../../../domain/publishedScore';
import { type MessageKey, type Translate, useTranslate } from '../../../i18n/translate';
import { StructureSelect } from '../../parts/StructureSelect';

export const kindTitles: Record<PublishedKind, MessageKey> = {
  region: 'compare.kindRegion',
  label: 'compare.kindLabel',
  unknown: 'compare.kindUnknown',
};

const casesTitles: Record<PublishedCases, MessageKey> = {
  these: 'compare.casesThese',
  other: 'compare.casesOther',
  unknown: 'compare.casesUnknown',
};

export function conventionTitle(convention: PublishedConvention, t: Translate): string {
  if (isProfileName(convention)) return profileTitles[convention];
  return t(convention === 'lesion-wise' ? 'compare.conventionLesionWise' : 'compare.conventionUnknown');
}

/** A published number with everything that decides whether it may stand beside ours. */
export function PublishedForm({ scheme }: { scheme: LabelScheme }) {
  const { t } = useTranslate();
  const [value, setValue] = useState<number | string>('');
  const [structure, setStructure] = useState(structureKey(chosenStructure(scheme, null)));
  const [kind, setKind] = useState<PublishedKind>('unknown');
  const [convention, setConvention] = useState<PublishedConvention>('unknown');
  const [cases, setCases] = useState<PublishedCases>('unknown');
  const [source, setSource] = useState('');
  // The structure chosen before may be none of this scheme.
  const chosen = chosenStructure(scheme, structure);
  const isNoDice = typeof value === 'number' && (value < 0 || value > 1);
  const isReady = typeof value === 'number' && !isNoDice && source.trim() !== '';
  return (
    <form
      className="published-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        const { name: structureName } = chosen;
        const of = { structure: structureKey(chosen), structureName };
        addPublished({ value, ...of, kind, convention, cases, source: source.trim() });
        // The next number may be another kind of number: nothing is taken for granted.
        setValue('');
        setSource('');
        setKind('unknown');
        setConvention('unknown');
        setCases('unknown');
      }}
    >
      <NumberInput
        size="xs"
        label={t('compare.value')}
        min={0}
        max={1}
        step={0.01}
        decimalScale={4}
        clampBehavior="none"
        allowedDecimalSeparators={['.', ',']}
        error={isNoDice && t('compare.noDice')}
        value={value}
        onChange={setValue}
      />
      <StructureSelect
        scheme={scheme}
        label={t('scores.structure')}
        value={structureKey(chosen)}
        choose={setStructure}
      />
      <Select
        size="xs"
        label={t('compare.kind')}
        allowDeselect={false}
        data={publishedKinds.map((item) => ({ value: item, label: t(kindTitles[item]) }))}
        value={kind}
        onChange={(item) => setKind(item as PublishedKind)}
      />
      <Select
        size="xs"
        label={t('app.convention')}
        allowDeselect={false}
        data={publishedConventions.map((item) => ({ value: item, label: conventionTitle(item, t) }))}
        value={convention}
        onChange={(item) => setConvention(item as PublishedConvention)}
      />
      <Select
        size="xs"
        label={t('compare.cases')}
        allowDeselect={false}
        data={publishedCases.map((item) => ({ value: item, label: t(casesTitles[item]) }))}
        value={cases}
        onChange={(item) => setCases(item as PublishedCases)}
      />
      <TextInput
        size="xs"
        label={t('compare.source')}
        placeholder={t('compare.sourcePlaceholder')}
        value={source}
        onChange={({ currentTarget }) => setSource(currentTarget.value)}
      />
      <Button type="submit" size="xs" variant="default" disabled={!isReady}>
        {t('compare.add')}
      </Button>
    </form>
  );
}
