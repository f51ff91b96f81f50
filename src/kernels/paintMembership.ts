import { isSubsetOf } from '../domain/isSubsetOf';
import type { Region } from '../domain/labelScheme';

/** Whether some regions overlap without one lying in the other: painting one over the other would lose voxels. */
export function isOverlapping(regions: readonly Region[]): boolean {
  return regions.some(({ labels }, index) =>
    regions.slice(index + 1).some(({ labels: others }) => {
      const isApart = !labels.some((value) => others.includes(value));
      return !isApart && !isSubsetOf(labels, others) && !isSubsetOf(others, labels);
    }),
  );
}

/**
 * Makes the label map in which every region is exactly its mask: each voxel gets the value that lies in just the
 * regions whose masks hold it, 0 outside all. Masks are taken one after the other, so that only one of them is held.
 */
export class MembershipPainter {
  private readonly codes: Uint16Array<ArrayBuffer>;
  /** By code of a voxel: the places of the masks that hold it, and the values that it can still have. */
  private readonly sets: { holders: number[]; values: number[] }[];
  private unnamed: number[] | null = null;

  constructor(
    private readonly regions: readonly { labels: readonly number[] }[],
    voxelCount: number,
  ) {
    this.codes = new Uint16Array(voxelCount);
    this.sets = [{ holders: [], values: [...new Set([0, ...regions.flatMap(({ labels }) => labels)])] }];
  }

  /** The mask of a region, not 0 inside; null for an empty one. One that is never added is not known. */
  add(place: number, mask: Uint8Array | Uint16Array | null): void {
    if (this.unnamed) return;
    const { codes, sets } = this;
    const labels = new Set(this.regions[place].labels);
    const before = sets.length;
    const insideOf: (number | undefined)[] = [];
    for (let voxel = 0; mask !== null && voxel < codes.length; voxel++) {
      if (mask[voxel] === 0) continue;
      const code = codes[voxel];
      codes[voxel] = insideOf[code] ??= this.inside(code, place, labels);
    }
    for (let code = 0; code < before; code++) {
      sets[code].values = sets[code].values.filter((value) => !labels.has(value));
    }
  }

  /** The map; the places of masks that share a voxel for which no value stands in its place. */
  painted(): Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | { unnamed: number[] } {
    if (this.unnamed) return { unnamed: this.unnamed };
    const { codes, sets } = this;
    const values = sets.map((set) => set.values[0]);
    const painted = values.some((value) => value > 255) ? codes : new Uint8Array(codes.length);
    for (let voxel = 0; voxel < codes.length; voxel++) {
      const code = codes[voxel];
      if (values[code] === undefined) return { unnamed: sets[code].holders };
      painted[voxel] = values[code];
    }
    return painted;
  }

  private inside(code: number, place: number, labels: ReadonlySet<number>): number {
    const holders = [...this.sets[code].holders, place];
    const values = this.sets[code].values.filter((value) => labels.has(value));
    if (values.length === 0) this.unnamed ??= holders;
    return this.sets.push({ holders, values }) - 1;
  }
}
