import { bytesOf, colorBytes } from '../../domain/colorBytes';
import { valueOrThrow } from '../../domain/errors';
import { caseOrientation } from '../../domain/orientation';
import type { PairCodes } from '../../domain/pairCodes';
import { flatPlane } from '../../domain/planeAxis';
import { readVolume } from '../../io/readVolume';
import { greyPng, indexedPng } from '../../io/writePng';
import { countBySlice } from '../../kernels/codeSlices';
import { foregroundBox, greyOf, planeAxes, sliceOf } from '../../kernels/displaySlice';
import { pairCodes } from '../../kernels/pairCodes';
import type { JobContext, SliceImage, SliceImagesRequest, SliceImagesResponse } from '../protocol';
import { placeImage } from './placeImage';
import { readAlignedAnswer } from './readAlignedAnswer';

/** What of its surroundings is shown of a tumour. */
const marginMm = 22;

/**
 * Pictures of one case as PNG files: for each asked set of pairs the axial slice that holds most of them, or the
 * slice that is asked for, the image beneath in grey and one layer per colour table above. Slices around which
 * nothing is asked show the middle of all labels. Without a readable image there are the layers alone.
 */
export async function sliceImages(
  { voxels, rows, image }: SliceImagesRequest,
  { signal }: JobContext,
): Promise<SliceImagesResponse> {
  const { codes, geometry } = 'codes' in voxels ? voxels : await codesOf(voxels, signal);
  const { shape } = geometry;
  const volume = image ? await readVolume(image, signal) : null;
  const orientation = caseOrientation(geometry, volume?.ok ? volume.value.geometry : null);
  const { affine, spacingMm } = orientation.geometry;
  const beneath = volume?.ok ? placeImage(volume.value, geometry).voxels : null;
  return {
    images: rows.map(({ isCounted, tables, at }): SliceImage => {
      const plane = flatPlane(orientation.geometry) ?? at?.plane ?? 'axial';
      const axes = planeAxes(plane, affine);
      const box = foregroundBox(codes, shape, spacingMm, axes, marginMm);
      const width = box.columns[1] - box.columns[0];
      const height = box.rows[1] - box.rows[0];
      const wrong = countBySlice(codes, shape, axes.through, isCounted);
      const anything = new Uint8Array(Math.max(256, ...tables.map(({ length }) => length / 4))).fill(1, 1);
      const counts = wrong.some((count) => count > 0)
        ? wrong
        : countBySlice(codes, shape, axes.through, anything);
      const worst = counts.reduce((most, count, index) => (count > counts[most] ? index : most), 0);
      const slice = at ? Math.min(at.voxel[axes.through], shape[axes.through] - 1) : worst;
      const shown = sliceOf(codes, shape, axes, slice, box);
      return {
        plane,
        sideDoubt: orientation.sideDoubt,
        slice,
        sliceCount: shape[axes.through],
        counted: wrong[slice],
        width,
        height,
        pixelMm: [spacingMm[axes.column.axis], spacingMm[axes.row.axis]],
        grey: beneath ? greyPng(width, height, greyOf(sliceOf(beneath, shape, axes, slice, box))) : null,
        layers: tables.map((table) => {
          const view = colorBytes(table);
          return indexedPng(width, height, bytesOf(shown, view), view.lut);
        }),
      };
    }),
  };
}

async function codesOf(
  { pairs, ...answer }: Exclude<SliceImagesRequest['voxels'], { codes: unknown }>,
  signal: AbortSignal,
): Promise<Pick<PairCodes, 'codes' | 'geometry'>> {
  const { reference, prediction } = valueOrThrow(await readAlignedAnswer(answer, signal));
  return { codes: pairCodes(reference.voxels, prediction.voxels, pairs), geometry: reference.geometry };
}
