import type { LabelScheme, Structure } from '../../domain/labelScheme';
import { structureColor } from '../../domain/palette';
import { useTranslate } from '../../i18n/translate';
import { Swatch } from './Swatch';

/** A structure in its hue, and whether it is a region or a label. */
export function StructureName({ structure, scheme }: { structure: Structure; scheme: LabelScheme }) {
  const { t } = useTranslate();
  return (
    <>
      <Swatch color={structureColor(scheme, structure)} /> {structure.name}
      <span className="quiet"> {t(`words.${structure.kind}`)}</span>
    </>
  );
}
