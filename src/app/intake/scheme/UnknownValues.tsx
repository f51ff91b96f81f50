import { Button } from '@mantine/core';
import { useFoundValues } from '../../../derived/useFoundValues';
import { indexOfNamed } from '../../../domain/indexOfNamed';
import type { LabelScheme } from '../../../domain/labelScheme';
import { useTranslate } from '../../../i18n/translate';

interface UnknownValuesProps {
  /** null while none is chosen: then all values are shown. */
  scheme: LabelScheme | null;
  onAdd?: (value: number) => void;
}

/** Values that occur in the files and mean nothing in the scheme, with how much of them there is. */
export function UnknownValues({ scheme, onAdd }: UnknownValuesProps) {
  const { t } = useTranslate();
  const { values, isOfAll } = useFoundValues();
  const unknown = values.filter(({ value, names }) => !scheme || !isKnown(scheme, value, names));
  if (unknown.length === 0) return null;
  return (
    <section className={scheme ? 'unknown-values' : 'unknown-values plain'}>
      <h3>{t(scheme ? 'scheme.unknownValues' : 'scheme.foundValues')}</h3>
      <ul>
        {unknown.map(({ value, voxels, files, names }) => (
          <li key={value}>
            <span>
              {t('scheme.unknownValue', {
                value: namedValue(value, names),
                voxels: voxels.toLocaleString('en'),
                count: files,
              })}
            </span>
            {onAdd && (
              <Button size="compact-xs" variant="subtle" onClick={() => onAdd(value)}>
                {t('scheme.addLabelOf', { value })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="quiet">{t(isOfAll ? 'scheme.countedInAll' : 'scheme.countedInFirst')}</p>
    </section>
  );
}

/** What files that name their structures call their values: of help in choosing a scheme. */
export function NamedValues() {
  const { t } = useTranslate();
  const { values } = useFoundValues();
  const named = values.filter(({ names }) => names.some((name) => name !== ''));
  if (named.length === 0) return null;
  return (
    <p>
      {t('scheme.namedValues', {
        names: named.map(({ value, names }) => namedValue(value, names)).join(', '),
      })}
    </p>
  );
}

/** A file that names its structures is read by these names, whatever values it gives them. */
function isKnown({ labels, regions, ignoreLabel }: LabelScheme, value: number, names: string[]): boolean {
  const isValue = value === ignoreLabel || labels.some((label) => label.value === value);
  return names.every((name) => (name === '' ? isValue : indexOfNamed([...labels, ...regions], name) >= 0));
}

function namedValue(value: number, names: string[]): string {
  const given = names.filter((name) => name !== '');
  return given.length > 0 ? `${value} (${given.join(', ')})` : String(value);
}
