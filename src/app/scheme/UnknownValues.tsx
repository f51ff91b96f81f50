import { Button } from '@mantine/core';
import type { LabelScheme } from '../../domain/labelScheme';
import { useTranslate } from '../../i18n/translate';
import { useFoundValues } from './useFoundValues';

interface UnknownValuesProps {
  /** null while none is chosen: then all values are shown. */
  scheme: LabelScheme | null;
  onAdd?: (value: number) => void;
}

/** Values that occur in the files and mean nothing in the scheme, with how much of them there is. */
export function UnknownValues({ scheme, onAdd }: UnknownValuesProps) {
  const { t } = useTranslate();
  const { values, isOfAll } = useFoundValues();
  const unknown = values.filter(
    ({ value }) => value !== scheme?.ignoreLabel && !scheme?.labels.some((label) => label.value === value),
  );
  if (unknown.length === 0) return null;
  return (
    <section className={scheme ? 'unknown-values' : 'unknown-values plain'}>
      <h3>{t(scheme ? 'scheme.unknownValues' : 'scheme.foundValues')}</h3>
      <ul>
        {unknown.map(({ value, voxels, files }) => (
          <li key={value}>
            <span>
              {t('scheme.unknownValue', { value, voxels: voxels.toLocaleString('en'), count: files })}
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
