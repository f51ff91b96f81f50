import { reconstructionNow } from '../../derived/useReconstruction';
import { errorCause } from '../../domain/errorCause';
import { gapAnswer } from '../../domain/gapAnswer';
import type { LabelScheme } from '../../domain/labelScheme';
import type { CaseScores, PairScores } from '../../domain/results';
import { unknownLabels } from '../../domain/unknownLabels';
import { verdictSentences } from '../../i18n/reconstructionSentences';
import type { Translate } from '../../i18n/translate';
import { unknownLabelText } from '../../i18n/unknownLabelText';
import { warningText } from '../../i18n/warningText';
import type { CasePage, SliceRow } from '../../report/reportContent';
import { useViewStore } from '../../stores/viewStore';
import { type ReportNames, sideOf, withoutPaths } from './reportNames';
import { type AskedSlice, slicePictures } from './slicePictures';

const layerOpacity = 0.75;

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
  // Files are called by what they are and not by their paths.
  const nameOf = (file: string) => t(`words.${sideOf(file, scores.result)}`);
  const widest = widestGap(scores.pairs);
  const { rows, noPictures } = await picturesOf(scores, scheme, widest, t, signal);
  const { check } = reconstructionNow(caseId, model);
  return {
    case: names.of(caseId),
    model,
    warnings: [
      ...warnings.map((warning) => warningText(t, warning, nameOf)),
      ...unknownLabels([{ ...scores.result, caseId: names.of(caseId) }], scheme).map((label) =>
        unknownLabelText(t, label, scheme),
      ),
    ],
    scores: withoutPaths(scores, names),
    noPictures,
    overview: rows[0] ?? null,
    pair: widest && { scores: widest, slice: rows[1] ?? null },
    answers: scores.pairs.map((paired) => gapAnswer(scores, paired)),
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

function picturesOf(
  { result }: CaseScores,
  scheme: LabelScheme,
  widest: PairScores | null,
  t: Translate,
  signal: AbortSignal,
): Promise<{ rows: SliceRow[]; noPictures: string | null }> {
  const asked: AskedSlice[] = [
    {
      layers: [
        { name: t('words.reference'), view: { kind: 'reference' } },
        { name: t('words.prediction'), view: { kind: 'prediction' } },
        { name: t('report.errors'), view: { kind: 'confusion' } },
      ],
      isWrong: (reference, prediction) => reference !== prediction,
    },
  ];
  if (widest) {
    const { pair } = widest;
    const name = t('report.causesOf', { region: pair.region.name, label: pair.label.name });
    asked.push({
      layers: [{ name, view: { kind: 'causes', pair, only: null } }],
      isWrong: (reference, prediction) => errorCause(pair, reference, prediction) !== 'none',
    });
  }
  const { modality } = useViewStore.getState();
  const drawing = { modality, opacity: layerOpacity, shares: new Map() };
  return slicePictures(result, scheme, asked, drawing, t, signal);
}
