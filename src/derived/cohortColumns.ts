import { attributeColumnId, type CohortColumn, type ColumnGroup, columnGroups } from '../domain/cohortColumn';
import type { Dimensions } from '../domain/geometry';
import { type LabelScheme, pairKey, pairsOf, structureKey, structuresOf } from '../domain/labelScheme';
import { pairScores, scoresAt } from '../domain/scoreKinds';

/** Sizes stand in columns of the dimensions that there are. */
const unitsOf: Record<Dimensions, string> = { 2: 'cm²', 3: 'mL' };

/**
 * Every column that a scheme, the joined attributes and the `dimensions` of the cases allow, in the order of their
 * groups.
 */
export function cohortColumns(
  scheme: LabelScheme,
  attributes: readonly string[],
  dimensions: readonly Dimensions[] = [3],
): CohortColumn[] {
  const units = dimensions.map((count) => unitsOf[count]);
  const ofStructures = structuresOf(scheme).flatMap((structure) =>
    scoresAt('table')
      .filter(({ group, unit }) => group !== 'volumes' || unit === '' || units.includes(unit))
      .map(({ key, group }) =>
        column(`${structureKey(structure)}/${key}`, group === 'dice' ? `${structure.kind}Dice` : group, key, {
          structure,
        }),
      ),
  );
  const ofPairs = pairsOf(scheme).flatMap((pair) =>
    pairScores.map(({ key, group }) => column(`${pairKey(pair)}/${key}`, group, key, { pair })),
  );
  const words = [
    ...(scheme.regions.length > 0 ? [column('verdict', 'reconstruction', 'verdict')] : []),
    column('warnings', 'warnings', 'warnings'),
    column('mark', 'marks', 'mark'),
    column('note', 'marks', 'note'),
    ...attributes.map((name) =>
      column(attributeColumnId(name), 'attributes', 'attribute', { attribute: name }),
    ),
  ];
  const all = [...ofStructures, ...ofPairs, ...words];
  return columnGroups.flatMap((group) => all.filter((item) => item.group === group));
}

function column(
  id: string,
  group: ColumnGroup,
  quantity: CohortColumn['quantity'],
  of: Partial<CohortColumn> = {},
): CohortColumn {
  return { id, group, quantity, structure: null, pair: null, attribute: null, ...of };
}
