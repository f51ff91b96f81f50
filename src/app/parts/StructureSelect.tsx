import { Select, type SelectProps } from '@mantine/core';
import { type LabelScheme, structureKey, structuresOf } from '../../domain/labelScheme';
import { useTranslate } from '../../i18n/translate';

interface StructureSelectProps extends Pick<SelectProps, 'w' | 'className' | 'label'> {
  scheme: LabelScheme;
  /** structureKey */
  value: string;
  choose: (key: string) => void;
}

/** Chooses one of the scheme's regions and labels. */
export function StructureSelect({ scheme, value, choose, ...rest }: StructureSelectProps) {
  const { t } = useTranslate();
  return (
    <Select
      size="xs"
      aria-label={rest.label ? undefined : t('scores.structure')}
      allowDeselect={false}
      data={structuresOf(scheme).map((item) => ({
        value: structureKey(item),
        label: `${item.name} (${t(`words.${item.kind}`)})`,
      }))}
      value={value}
      onChange={(key) => choose(key ?? value)}
      {...rest}
    />
  );
}
