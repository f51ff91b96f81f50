import { drawSlices } from '../../actions/drawSlices';
import { ProblemError } from '../../domain/errors';
import type { LabelScheme } from '../../domain/labelScheme';
import { countedCodes, crowdOf, type PairCodes, pairsToCode } from '../../domain/pairCodes';
import type { Plane } from '../../domain/planeAxis';
import type { AnswerResult } from '../../domain/results';
import type { View } from '../../domain/view';
import type { Translate } from '../../i18n/translate';
import type { SliceRow } from '../../report/reportContent';
import type { Shares } from '../../viewer/codeColor';
import { colorTable } from '../../viewer/colorTable';
import { legendEntries } from '../../viewer/legendEntries';

/** One slice and what is drawn on it. */
export interface AskedSlice {
  layers: { name: string; view: View }[];
  /** Pairs of labels that count as wrong: the axial slice with most of them is drawn. */
  isWrong: (reference: number, prediction: number) => boolean;
  /** The slice to draw instead. */
  at?: { plane: Plane; voxel: readonly [number, number, number] };
}

interface Drawing {
  modality: string | null;
  opacity: number;
  shares: Shares;
  /** What the views are drawn from where that is not the two label maps as they are. */
  voxels?: PairCodes | null;
}

/** Slices of a case as pictures, or why there are none. Rejects with an AbortError when cancelled. */
export async function slicePictures(
  { caseId, model, confusion }: AnswerResult,
  scheme: LabelScheme,
  asked: readonly AskedSlice[],
  { modality, opacity, shares, voxels = null }: Drawing,
  t: Translate,
  signal: AbortSignal,
): Promise<{ rows: SliceRow[]; noPictures: string | null }> {
  const named = scheme.labels.map(({ value }) => value);
  const coded = voxels ?? { ...pairsToCode(named, confusion), crowd: crowdOf(confusion) };
  const rows = asked.map(({ layers, isWrong, at }) => ({
    isCounted: countedCodes(
      coded.pairs,
      (reference, prediction) => reference !== scheme.ignoreLabel && isWrong(reference, prediction),
    ),
    tables: layers.map(({ view }) => colorTable(view, scheme, coded, shares, opacity)),
    ...(at && { at }),
  }));
  try {
    const of = voxels ? { codes: voxels } : { pairs: coded.pairs };
    const drawing = drawSlices(caseId, model, modality, { of, rows }, signal);
    if (!drawing) return { rows: [], noPictures: t('report.noVolumes') };
    const { images } = await drawing;
    const drawn = images.map(({ grey, layers: pictures, ...row }, index) => ({
      ...row,
      grey: grey && pngAddress(grey),
      layers: pictures.map((png, place) => {
        const { name, view } = asked[index].layers[place];
        return { name, png: pngAddress(png), legend: legendEntries({ view, ...coded }, scheme, t) };
      }),
    }));
    return { rows: drawn, noPictures: null };
  } catch (reason) {
    if (!(reason instanceof ProblemError)) throw reason;
    return { rows: [], noPictures: t('report.noPicture', { detail: reason.problem.code }) };
  }
}

/** A picture as an address that holds it. */
function pngAddress(bytes: Uint8Array): string {
  const step = 0x8000;
  let letters = '';
  for (let start = 0; start < bytes.length; start += step) {
    letters += String.fromCharCode(...bytes.subarray(start, start + step));
  }
  return `data:image/png;base64,${btoa(letters)}`;
}
