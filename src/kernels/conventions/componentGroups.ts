import { boxShape } from '../labelBoxes';
import type { LesionField } from '../lesionField';

/**
 * The numbers of a field in the order in which the scripts of 2024 come upon them: by the first voxel of each lesion's
 * dilation, x slowest and z fastest.
 */
export function dilationOrder({ box, numbers, places }: LesionField): number[] {
  const [columns, rows, slices] = boxShape(box);
  const first = new Float64Array(places.length + 1).fill(Number.POSITIVE_INFINITY);
  let voxel = 0;
  for (let z = 0; z < slices; z++) {
    for (let y = 0; y < rows; y++) {
      for (let x = 0; x < columns; x++, voxel++) {
        const number = numbers[voxel];
        if (number === 0) continue;
        const place = (x * rows + y) * slices + z;
        if (place < first[number]) first[number] = place;
      }
    }
  }
  return places.map((_, index) => index + 1).sort((one, other) => first[one] - first[other]);
}

/** The 18-neighbourhood and its middle. */
const nearby = [-1, 0, 1].flatMap((z) =>
  [-1, 0, 1].flatMap((y) =>
    [-1, 0, 1].flatMap((x) => (Math.abs(x) + Math.abs(y) + Math.abs(z) < 3 ? [[x, y, z] as const] : [])),
  ),
);

/** By component: the components of another structure that one dilation by the 18-neighbourhood meets. */
export function contactsOf(components: LesionField, others: LesionField): Set<number>[] {
  const contacts = components.places.map(() => new Set<number>());
  const [columns, rows, slices] = boxShape(components.box);
  const [otherColumns, otherRows, otherSlices] = boxShape(others.box);
  const away = others.box.lower.map((edge, axis) => edge - components.box.lower[axis]);
  let voxel = 0;
  for (let otherZ = 0; otherZ < otherSlices; otherZ++) {
    for (let otherY = 0; otherY < otherRows; otherY++) {
      for (let otherX = 0; otherX < otherColumns; otherX++, voxel++) {
        const other = others.numbers[voxel];
        if (other === 0) continue;
        for (const [dx, dy, dz] of nearby) {
          const x = otherX + away[0] + dx;
          const y = otherY + away[1] + dy;
          const z = otherZ + away[2] + dz;
          if (x < 0 || y < 0 || z < 0 || x >= columns || y >= rows || z >= slices) continue;
          const component = components.numbers[(z * rows + y) * columns + x];
          if (component !== 0) contacts[component - 1].add(other);
        }
      }
    }
  }
  return contacts;
}

/**
 * "Merge a tissue by another" (metrics.md §8): lesions whose first touching lesion of the other tissue is the same become
 * one; a single contact merges nothing. Lesions are sets of components in the order of their numbers; `contacts` holds
 * by component those of the other tissue that it touches. Lesions without a partner come first, as their numbers do.
 */
export function mergedBy(
  lesions: readonly number[][],
  partners: readonly number[][],
  contacts: readonly ReadonlySet<number>[],
): number[][] {
  const partnerOf = new Map(partners.flatMap((parts, index) => parts.map((part) => [part, index] as const)));
  const touched = lesions.map((parts) => {
    const found = parts.flatMap((part) => [...contacts[part - 1]].map((other) => partnerOf.get(other)));
    return [...new Set(found)].filter((index) => index !== undefined).sort((one, other) => one - other);
  });
  if (touched.flat().length < 2) return [...lesions];
  const order = [...new Set(touched.flat())];
  return [
    ...lesions.filter((_, index) => touched[index].length === 0),
    ...order.flatMap((partner) => {
      const merged = lesions.filter((_, index) => touched[index][0] === partner).flat();
      return merged.length === 0 ? [] : [merged.sort((one, other) => one - other)];
    }),
  ];
}
