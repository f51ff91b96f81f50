import type { Candidate, CauseSearch } from './causeSearch';
import { declaredRule, type PaintRule, paintCode } from './paintCodes';
import { MAXIMAL_PERMUTED, permutations } from './permutations';

/** Causes that are another painting rule: all follow from the table of codes without touching a voxel. */
export function ruleCauses(search: CauseSearch): Candidate[] {
  const { regions, regionsClassOrder: values } = search.scheme;
  const declared = declaredRule(values);
  const nameOf = (region: number) => regions[region].name;
  const differing = (rule: PaintRule, codeOf = (code: number) => code) =>
    differingWhen(search, (code) => paintCode(codeOf(code), rule));
  return permutations(regions.length)
    .flatMap((order): Candidate[] => {
      const reordered = order.map((place) => values[place]);
      return [
        {
          cause: { kind: 'class-order', regionsClassOrder: reordered },
          differingVoxels: differing({ ...declared, values: reordered }),
        },
        {
          cause: { kind: 'paint-sequence', regions: order.map(nameOf) },
          differingVoxels: differing({ ...declared, sequence: order }),
        },
        {
          cause: { kind: 'region-order', regions: order.map(nameOf) },
          differingVoxels: differing(declared, (code) => reorderedCode(code, order)),
        },
      ];
    })
    .concat(
      regions.map(
        ({ name }, ignored): Candidate => ({
          cause: { kind: 'region-ignored', region: name },
          differingVoxels: differing({
            values,
            sequence: declared.sequence.filter((region) => region !== ignored),
          }),
        }),
      ),
    );
}

/**
 * One-to-one renaming of labels, each to the value that it mostly has in the saved map. None when unchanged, or
 * when another class order says the same.
 */
export function renamedCause({ paintedTable, scheme }: CauseSearch): Candidate[] {
  const { labels, counts } = paintedTable;
  const mapping = new Map<number, number>([[0, 0]]);
  labels.forEach((label, row) => {
    const total = counts[row].reduce((sum, voxels) => sum + voxels, 0);
    if (label === 0 || total === 0) return;
    mapping.set(label, labels[counts[row].indexOf(Math.max(...counts[row]))]);
  });
  const renamed = [...mapping].flatMap(([from, to]) => (from === to ? [] : [{ from, to }]));
  if (renamed.length === 0 || new Set(mapping.values()).size < mapping.size) return [];
  const isClassOrder = renamed.every(({ to }) => scheme.regionsClassOrder.includes(to));
  if (isClassOrder && scheme.regions.length <= MAXIMAL_PERMUTED) return [];
  let differingVoxels = 0;
  labels.forEach((label, row) => {
    labels.forEach((other, column) => {
      if (mapping.get(label) !== other) differingVoxels += counts[row][column];
    });
  });
  return [{ cause: { kind: 'labels-renamed', renamed }, differingVoxels }];
}

/** The bits moved so that array i is region order[i]. */
function reorderedCode(code: number, order: readonly number[]): number {
  return order.reduce((moved, region, array) => (code & (1 << array) ? moved | (1 << region) : moved), 0);
}

function differingWhen({ codeTable }: CauseSearch, paint: (code: number) => number): number {
  let differing = 0;
  codeTable.labels.forEach((code, row) => {
    const painted = paint(code);
    codeTable.labels.forEach((saved, column) => {
      if (saved !== painted) differing += codeTable.counts[row][column];
    });
  });
  return differing;
}
