import { drawSlices } from '../../actions/drawSlices';
import { errorCause } from '../../domain/errorCause';
import { ProblemError } from '../../domain/errors';
import type { LabelScheme } from '../../domain/labelScheme';
import type { CaseScores, GeometryWarning, PairScores } from '../../domain/results';
import type { View } from '../../domain/view';
import { formatMeasure } from '../../i18n/formatNumber';
import { verdictSentences } from '../../i18n/reconstructionSentences';
import type { Translate } from '../../i18n/translate';
import { countedCodes } from '../../kernels/codeSlices';
import type { CasePage, SliceRow } from '../../report/reportContent';
import { useViewStore } from '../../stores/viewStore';
import { colorTable } from '../../viewer/colorTable';
import { legendEntries } from '../../viewer/legendEntries';
import { reconstructionNow } from '../reconstruction/useReconstruction';
import { type ReportNames, withoutPaths } from './reportNames';

const layerOpacity = 0.75;
const mostValues = 16;

interface Layer {
  name: string;
  view: View;
}

/** Everything about one case of one model for its page, the pictures drawn in a worker. */
export async function casePageOf(
  scores: CaseScores,
  scheme: LabelScheme,
  names: ReportNames,
  note: string,
  t: Translate,
  signal: AbortSignal,
): Promise<CasePage> {
  const { caseId, model, warnings } = scores.result;
  const widest = widestGap(scores.pairs);
  const { rows, noPictures } = await picturesOf(scores, scheme, widest, t, signal);
  const { check } = reconstructionNow(caseId, model);
  return {
    case: names.of(caseId),
    model,
    warnings: warnings.map((warning) => warningText(warning, t)),
    scores: withoutPaths(scores, names),
    noPictures,
    overview: rows[0] ?? null,
    pair: widest && { scores: widest, slice: rows[1] ?? null },
    verdict: check?.summary ? verdictSentences(check.summary, check.findings, scheme, t) : [],
    note: names.hide(note),
  };
}

/** The pair whose gap is largest in either direction. */
function widestGap(pairs: PairScores[]): PairScores | null {
  const known = pairs.filter(({ account }) => Number.isFinite(account.gap));
  const size = ({ account }: PairScores) => Math.abs(account.gap);
  return known.reduce<PairScores | null>(
    (most, pair) => (most && size(most) >= size(pair) ? most : pair),
    null,
  );
}

async function picturesOf(
  { result }: CaseScores,
  scheme: LabelScheme,
  widest: PairScores | null,
  t: Translate,
  signal: AbortSignal,
): Promise<{ rows: SliceRow[]; noPictures: string | null }> {
  const { caseId, model, confusion } = result;
  const named = scheme.labels.map(({ value }) => value);
  const all = [...new Set([0, ...named, ...confusion.labels])].sort((first, second) => first - second);
  const values = all.length > mostValues ? [...new Set([0, ...confusion.labels])] : all;
  const isCountable = (reference: number) => reference !== scheme.ignoreLabel;
  const layers: Layer[][] = [
    [
      { name: t('words.reference'), view: { kind: 'reference' } },
      { name: t('words.prediction'), view: { kind: 'prediction' } },
      { name: t('report.errors'), view: { kind: 'confusion' } },
    ],
  ];
  const counted = [
    countedCodes(values, (reference, prediction) => isCountable(reference) && reference !== prediction),
  ];
  if (widest) {
    const { pair } = widest;
    const name = t('report.causesOf', { region: pair.region.name, label: pair.label.name });
    layers.push([{ name, view: { kind: 'causes', pair, only: null } }]);
    counted.push(
      countedCodes(
        values,
        (reference, prediction) =>
          isCountable(reference) && errorCause(pair, reference, prediction) !== 'none',
      ),
    );
  }
  const rows = layers.map((row, index) => ({
    isCounted: counted[index],
    tables: row.map(({ view }) => colorTable(view, scheme, values, new Map(), layerOpacity)),
  }));
  const { modality } = useViewStore.getState();
  try {
    const drawing =
      values.length > mostValues ? null : drawSlices(caseId, model, modality, { values, rows }, signal);
    if (!drawing) return { rows: [], noPictures: t('report.noVolumes') };
    const { images } = await drawing;
    const drawn = images.map(({ grey, layers: pictures, axis: _, ...row }, index) => ({
      ...row,
      grey: grey && pngAddress(grey),
      layers: pictures.map((png, place) => {
        const { name, view } = layers[index][place];
        return { name, png: pngAddress(png), legend: legendEntries(view, scheme, values, t) };
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

/** What a reader must know about the files, which are called by what they are and not by their paths. */
function warningText(warning: GeometryWarning, t: Translate): string {
  const names = { file: t('words.prediction'), otherFile: t('words.reference') };
  switch (warning.kind) {
    case 'headers-apart':
      return t('scores.headersApart', { ...names, distance: formatMeasure(warning.distanceMm) });
    case 'reoriented':
      return t('scores.reoriented', names);
    case 'spacing-differs':
      return t('scores.spacingDiffers', names);
  }
}
