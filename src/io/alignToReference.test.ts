import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignGeometry } from '../domain/alignGeometry';
import type { Geometry } from '../domain/geometry';
import { voxelToMm } from '../domain/geometry';
import type { LabelMap } from '../domain/labelMap';
import { alignToReference, reorient } from './alignToReference';

const shape: Geometry['shape'] = [2, 3, 4];
const spacingMm: Geometry['spacingMm'] = [1, 2, 3];
const affine = [1, 0, 0, -5, 0, 2, 0, 7, 0, 0, 3, 1, 0, 0, 0, 1];
const reference: Geometry = { shape, spacingMm, affine };
const values = [{ value: 0, count: 24 }];

/** The same places in space with axes permuted and flipped, and each voxel's value: its index there. */
function turned(axes: readonly number[], flips: boolean[]) {
  const pick = (list: number[]) => axes.map((axis) => list[axis]) as [number, number, number];
  const turnedAffine = [0, 1, 2].flatMap((row) => {
    const at = row * 4;
    const columns = axes.map((axis, index) => affine[at + axis] * (flips[index] ? -1 : 1));
    const shift = axes.reduce(
      (sum, axis, index) => sum + (flips[index] ? affine[at + axis] * (shape[axis] - 1) : 0),
      affine[at + 3],
    );
    return [...columns, shift];
  });
  return { shape: pick(shape), spacingMm: pick(spacingMm), affine: [...turnedAffine, 0, 0, 0, 1] };
}

function voxelsOf({ shape: counts }: Geometry): [number, number, number][] {
  const list: [number, number, number][] = [];
  for (let z = 0; z < counts[2]; z++) {
    for (let y = 0; y < counts[1]; y++) for (let x = 0; x < counts[0]; x++) list.push([x, y, z]);
  }
  return list;
}

describe('two grids', () => {
  it('are the same when size and headers agree to a thousandth of a voxel', () => {
    expect(alignGeometry(reference, reference)).toEqual({ kind: 'same-grid' });
    const near = affine.with(3, -5 + 0.0009);
    expect(alignGeometry(reference, { ...reference, affine: near })).toEqual({ kind: 'same-grid' });
    const far = affine.with(3, -5 + 0.0011);
    expect(alignGeometry(reference, { ...reference, affine: far })).toMatchObject({ kind: 'headers-apart' });
  });

  it('hold the same value at the same place after any flip and permutation is undone', () => {
    const axes = fc.constantFrom([0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]);
    fc.assert(
      fc.property(axes, fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), (order, flips) => {
        const other = turned(order, flips);
        const valueAt = (mm: number[]) => Math.round(mm[0] + 40 + 10 * mm[1] + 1000 * mm[2]);
        const voxels = Uint16Array.from(voxelsOf(other), (voxel) => valueAt(voxelToMm(other.affine, voxel)));
        const expected = voxelsOf(reference).map((voxel) => valueAt(voxelToMm(affine, voxel)));
        const alignment = alignGeometry(reference, other);
        if (alignment.kind === 'same-grid') expect([...voxels]).toEqual(expected);
        else if (alignment.kind === 'reoriented') {
          expect([...reorient(voxels, other.shape, alignment.reorientation)]).toEqual(expected);
        } else throw new Error(alignment.kind);
      }),
    );
  });

  it('of one size but placed apart tell how far, and which turn the headers ask for', () => {
    const shifted = { ...reference, affine: affine.with(3, -2) };
    expect(alignGeometry(reference, shifted)).toEqual({
      kind: 'headers-apart',
      distanceMm: 3,
      byHeader: null,
    });
    const flippedAndShifted = { ...reference, affine: affine.with(0, -1) };
    expect(alignGeometry(reference, flippedAndShifted)).toEqual({
      kind: 'headers-apart',
      distanceMm: 2,
      byHeader: { axes: [0, 1, 2], isFlipped: [true, false, false] },
    });
  });

  it('of different sizes do not match, nor do permuted ones whose headers deny it', () => {
    expect(alignGeometry(reference, { ...reference, shape: [2, 3, 5] })).toEqual({ kind: 'grid-mismatch' });
    expect(alignGeometry(reference, { ...reference, shape: [3, 2, 4] })).toEqual({ kind: 'grid-mismatch' });
  });

  it('keep their headers apart when one has no directions', () => {
    const flat = { ...reference, affine: affine.map(() => 0) };
    expect(alignGeometry(reference, flat)).toMatchObject({ kind: 'headers-apart', byHeader: null });
  });
});

describe('alignToReference', () => {
  const voxels = Uint8Array.from({ length: 24 }, (_, index) => index);
  const map = { voxels, geometry: reference, values };
  const named = (geometry: Geometry) => ({ file: 'prediction.nii', map: { voxels, geometry, values } });
  const home = { file: 'reference.nii', map };
  const files = { file: 'prediction.nii', otherFile: 'reference.nii' };

  it('hands on the voxels of a matching grid without a word', () => {
    expect(alignToReference(home, named(reference), null)).toEqual({
      ok: true,
      value: { voxels, warnings: [], sideDoubt: null },
    });
  });

  it('warns and compares by voxel when headers are apart, and turns by header when asked', () => {
    const other = named({ ...reference, affine: affine.with(0, -1) });
    const warning = { kind: 'headers-apart', ...files, distanceMm: 2, isTurnable: true };
    expect(alignToReference(home, other, null)).toEqual({
      ok: true,
      value: { voxels, warnings: [warning], sideDoubt: 'contradicting' },
    });
    const byHeader = alignToReference(home, other, 'by-header');
    expect(byHeader).toMatchObject({ value: { warnings: [warning, { kind: 'reoriented', ...files }] } });
    expect(byHeader.ok && [...byHeader.value.voxels.subarray(0, 4)]).toEqual([1, 0, 3, 2]);
  });

  it('says that it turned a flipped map, and that edges differ', () => {
    const result = alignToReference(home, named(turned([0, 1, 2], [true, false, false])), null);
    expect(result).toMatchObject({ value: { warnings: [{ kind: 'reoriented', ...files }] } });
    const longer = named({ ...reference, spacingMm: [1, 2, 3.1] });
    expect(alignToReference(home, longer, null)).toMatchObject({
      value: { warnings: [{ kind: 'spacing-differs', ...files }] },
    });
  });

  it('compares a flipped map as it is stored when asked, and offers the way back', () => {
    const other = named(turned([0, 1, 2], [true, false, false]));
    expect(alignToReference(home, other, null)).toMatchObject({
      value: { warnings: [{ kind: 'reoriented', isTurnable: true }], sideDoubt: null },
    });
    const asStored = alignToReference(home, other, 'by-voxel');
    expect(asStored).toMatchObject({
      value: { warnings: [{ kind: 'headers-apart', isTurnable: true }], sideDoubt: 'contradicting' },
    });
    expect(asStored.ok && asStored.value.voxels).toBe(voxels);
    expect(alignToReference(home, other, 'by-header')).toEqual(alignToReference(home, other, null));
  });

  it('turns exchanged axes of unequal length whatever is asked, since nothing else fits', () => {
    const other = named(turned([1, 0, 2], [false, false, false]));
    expect(alignToReference(home, other, 'by-voxel')).toMatchObject({
      value: { warnings: [{ kind: 'reoriented', isTurnable: false }] },
    });
  });

  it('refuses another size with both sizes and spacings', () => {
    expect(alignToReference(home, named({ ...reference, shape: [4, 3, 2] }), null)).toEqual({
      ok: false,
      problem: {
        code: 'grid-mismatch',
        file: 'prediction.nii',
        facts: {
          otherFile: 'reference.nii',
          shape: '4×3×2',
          otherShape: '2×3×4',
          spacing: '1×2×3',
          otherSpacing: '1×2×3',
        },
      },
    });
  });
});

describe('a header without a form', () => {
  const mapOf = (geometry: Geometry): LabelMap => ({
    voxels: Uint8Array.from(voxelsOf(geometry), (_, index) => index % 3),
    geometry,
    values: [],
  });

  it('never turns voxels: what is of one size is compared as it lies, anything else is refused', () => {
    const axes = fc.constantFrom([0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]);
    fc.assert(
      fc.property(axes, fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), (order, flips) => {
        const map = mapOf({ ...turned(order, flips), isUnplaced: true });
        const aligned = alignToReference(
          { file: 'reference.nii', map: mapOf(reference) },
          { file: 'prediction.nii', map },
          'by-header',
        );
        const isSame = map.geometry.shape.every((count, axis) => count === reference.shape[axis]);
        if (aligned.ok) expect([isSame, aligned.value.voxels]).toEqual([true, map.voxels]);
        else expect([isSame, aligned.problem.code]).toEqual([false, 'grid-mismatch']);
      }),
    );
  });
});
