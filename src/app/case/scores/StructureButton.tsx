import { navigate } from '../../../actions/navigate';
import { type LabelScheme, type Structure, structureKey } from '../../../domain/labelScheme';
import { structureColor } from '../../../domain/palette';
import { useTranslate } from '../../../i18n/translate';
import { BreakableName } from '../../parts/BreakableName';
import { Swatch } from '../../parts/Swatch';

/** A structure's name in its hue; pressed, the picture shows its errors. */
export function StructureButton({ structure, scheme }: { structure: Structure; scheme: LabelScheme }) {
  const { t } = useTranslate();
  return (
    <button
      type="button"
      className="plain structure"
      onClick={() => navigate({ structure: structureKey(structure), view: 'errors' })}
    >
      <Swatch color={structureColor(scheme, structure)} />
      <span>
        <BreakableName name={structure.name} /> <span className="quiet">{t(`words.${structure.kind}`)}</span>
      </span>
    </button>
  );
}
