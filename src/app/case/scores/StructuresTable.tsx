import { dimensionsOf } from '../../../domain/geometry';
import { type LabelScheme, structureKey } from '../../../domain/labelScheme';
import type { CaseScores, StructureScores } from '../../../domain/results';
import type { StructureScore } from '../../../domain/scoreKinds';
import { formatsOf, scoreHint, scoreTitle } from '../../../i18n/scoreWords';
import { useTranslate } from '../../../i18n/translate';
import { NumbersTable } from '../../parts/NumbersTable';
import { Score } from '../../parts/Score';
import { StructureButton } from './StructureButton';

interface StructuresTableProps {
  label?: string;
  scores: CaseScores;
  scheme: LabelScheme;
  kinds: readonly StructureScore[];
  isSelected?: (own: StructureScores) => boolean;
}

/** Some scores of every structure of a case. */
export function StructuresTable({ label, scores, scheme, kinds, isSelected }: StructuresTableProps) {
  const { t } = useTranslate();
  const dimensions = dimensionsOf(scores.result);
  return (
    <NumbersTable
      label={label}
      rows={scores.structures}
      keyOf={({ structure }) => structureKey(structure)}
      isSelected={isSelected}
      columns={[
        {
          key: 'structure',
          head: t('scores.structure'),
          cell: ({ structure }) => <StructureButton structure={structure} scheme={scheme} />,
        },
        ...kinds.map((kind) => ({
          key: kind.key,
          className: `of-${kind.key}`,
          head: scoreTitle(kind, t),
          hint: scoreHint(kind, dimensions, t),
          cell: (own: StructureScores) => <Score {...kind.take(own)} format={formatsOf[kind.form]} />,
        })),
      ]}
    />
  );
}
