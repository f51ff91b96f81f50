import { alignGeometry } from './alignGeometry';
import { type Geometry, isSameGrid } from './geometry';

/**
 * The place of the grid on which most of these volumes lie, by the rule for any two label maps (alignGeometry): a
 * volume counts for every grid that it can be laid on. Where as many lie on another one, the grids of the files
 * `beside` decide, the case's other side and its images; null where they do not either. Of several headers for one
 * grid it is the one that most have.
 */
export function sharedGrid(grids: readonly Geometry[], beside: readonly Geometry[]): number | null {
  const ranks = grids.map((grid) => [
    count(grids, (other) => isLaidOn(grid, other)),
    count(beside, (other) => isLaidOn(grid, other)),
    count(grids, (other) => isSameGrid(grid, other)),
    count(beside, (other) => isSameGrid(grid, other)),
  ]);
  const best = ranks.reduce((most, _, place) => (isAbove(ranks[place], ranks[most]) ? place : most), 0);
  const isRivalled = ranks.some(
    ([votes, votesBeside], place) =>
      votes === ranks[best][0] && votesBeside === ranks[best][1] && !isLaidOn(grids[best], grids[place]),
  );
  return isRivalled ? null : best;
}

function isLaidOn(grid: Geometry, other: Geometry): boolean {
  return alignGeometry(grid, other).kind !== 'grid-mismatch';
}

function count<Item>(items: readonly Item[], isCounted: (item: Item) => boolean): number {
  return items.filter(isCounted).length;
}

/** By the first number that differs. */
function isAbove(rank: readonly number[], other: readonly number[]): boolean {
  const at = rank.findIndex((number, index) => number !== other[index]);
  return at >= 0 && rank[at] > other[at];
}
