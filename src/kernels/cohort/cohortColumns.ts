import {
  attributeColumnId,
  type CohortColumn,
  type ColumnGroup,
  type Quantity,
} from '../../domain/cohortColumn';
import type { Dimensions } from '../../domain/geometry';
import {
  type LabelScheme,
  type Pair,
  pairKey,
  pairsOf,
  type Structure,
  structureKey,
  structuresOf,
} from '../../domain/labelScheme';

/** Volumes and areas never share a column, so nothing averages or compares them. */
const sizes: Record<Dimensions, Quantity[]> = {
  2: ['referenceCm2', 'predictionCm2'],
  3: ['referenceMl', 'predictionMl'],
};

/**
 * Every column that a scheme, the joined attributes and the `dimensions` of the cases allow, in the order of their
 * groups.
 */
export function cohortColumns(
  scheme: LabelScheme,
  attributes: readonly string[],
  dimensions: readonly Dimensions[] = [3],
): CohortColumn[] {
  const structures = structuresOf(scheme);
  const pairs = pairsOf(scheme);
  const regions = structures.filter(({ kind }) => kind === 'region');
  const labels = structures.filter(({ kind }) => kind === 'label');
  const ofStructures = (group: ColumnGroup, list: Structure[], quantities: Quantity[]) =>
    list.flatMap((structure) =>
      quantities.map((quantity): CohortColumn => {
        const id = `${structureKey(structure)}/${quantity}`;
        return { id, group, quantity, structure, pair: null, attribute: null };
      }),
    );
  const ofPairs = (group: ColumnGroup, quantities: Quantity[]) =>
    pairs.flatMap((pair) => quantities.map((quantity) => pairColumn(group, pair, quantity)));
  return [
    ...(regions.length > 0 ? [textColumn('reconstruction', 'verdict')] : []),
    ...ofStructures('regionDice', regions, ['dice']),
    ...ofStructures('labelDice', labels, ['dice']),
    ...ofPairs('gap', ['gap']),
    ...ofPairs('causes', ['volumeEffect', 'accumulatedError', 'relief']),
    ...ofPairs('shifts', ['regionShiftMm', 'labelShiftMm', 'shapePart', 'accuracyPart']),
    ...ofStructures('surfaces', structures, ['hd95Mm', 'nsd']),
    ...ofStructures('lesions', structures, ['lesionDice', 'lesionsMissed', 'lesionsExtra']),
    ...ofStructures(
      'volumes',
      structures,
      dimensions.flatMap((count) => sizes[count]),
    ),
    textColumn('warnings', 'warnings'),
    textColumn('marks', 'mark'),
    textColumn('marks', 'note'),
    ...attributes.map(
      (name): CohortColumn => ({
        ...textColumn('attributes', 'attribute'),
        id: attributeColumnId(name),
        attribute: name,
      }),
    ),
  ];
}

function pairColumn(group: ColumnGroup, pair: Pair, quantity: Quantity): CohortColumn {
  return { id: `${pairKey(pair)}/${quantity}`, group, quantity, structure: null, pair, attribute: null };
}

function textColumn(group: ColumnGroup, quantity: Quantity): CohortColumn {
  return { id: quantity, group, quantity, structure: null, pair: null, attribute: null };
}
