import { Button, Select } from '@mantine/core';
import { useEffect } from 'react';
import { changeView, navigate } from '../../../actions/navigate';
import { useScoresOf } from '../../../derived/useScores';
import { largestTauMm } from '../../../domain/contourShift';
import { type Cause, errorCause } from '../../../domain/errorCause';
import { type LabelScheme, type Pair, pairKey, structureKey, usualPair } from '../../../domain/labelScheme';
import { countedCodes } from '../../../domain/pairCodes';
import type { CaseScores, PairScores } from '../../../domain/results';
import { gapSentences } from '../../../i18n/gapSentences';
import { useTranslate } from '../../../i18n/translate';
import { placeOfMost } from '../../../kernels/codeSlices';
import { useCohortStore } from '../../../stores/cohortStore';
import { useShownAnswerStore } from '../../../stores/shownAnswerStore';
import { useViewStore } from '../../../stores/viewStore';
import { CauseExplanations } from '../../parts/CauseExplanations';
import { GapAccountView } from '../../parts/GapAccountView';
import { NumberField } from '../../parts/NumberField';
import { ShiftView } from './ShiftView';

/** Why the label of one pair scores as it does: the sentence, the account, and the accuracy in mm. */
export function GapPanel() {
  const { t } = useTranslate();
  const { caseId, model } = useViewStore();
  const scheme = useCohortStore((facts) => facts.scheme);
  const scores = useScoresOf(caseId, model);
  if (!scheme || !scores) return <p className="quiet">{t('scores.noScores')}</p>;
  if (scores.pairs.length === 0) return <p className="quiet">{t('scores.noRegions')}</p>;
  return <GapOfPair scheme={scheme} scores={scores} />;
}

function GapOfPair({ scheme, scores }: { scheme: LabelScheme; scores: CaseScores }) {
  const { t } = useTranslate();
  const { structure, view, cause, tauMm: askedTauMm } = useViewStore();
  const shown = chosenPair(scores.pairs, structure);
  const { tauMm } = scores;
  useEffect(() => () => changeView({ cause: null }), []);
  return (
    <>
      <Select
        size="xs"
        aria-label={t('scores.pair')}
        allowDeselect={false}
        value={pairKey(shown.pair)}
        onChange={(key) => choosePair(scores.pairs, key)}
        data={scores.pairs.map(({ pair }) => ({
          value: pairKey(pair),
          label: `${pair.region.name} → ${pair.label.name}`,
        }))}
      />
      <div className="gap-sentences" aria-live="polite">
        {gapSentences(shown, t).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <GapAccountView
        scheme={scheme}
        scores={shown}
        tauMm={tauMm}
        chosen={view === 'causes' ? cause : null}
        onChoose={(chosen) => showCause(shown.pair, chosen)}
      />
      <div className="tau-line">
        <NumberField
          size="xs"
          w={156}
          aria-label="τ"
          leftSection="τ"
          suffix=" mm"
          min={0.1}
          max={largestTauMm}
          step={0.5}
          decimalScale={2}
          value={tauMm}
          onCommit={(value) => changeView({ tauMm: value })}
        />
        {askedTauMm !== null && (
          <Button size="compact-xs" variant="subtle" onClick={() => changeView({ tauMm: null })}>
            {t('gap.defaultTau')}
          </Button>
        )}
      </div>
      <ShiftView scheme={scheme} scores={shown} />
      <CauseExplanations />
    </>
  );
}

function chosenPair(pairs: PairScores[], key: string | null): PairScores {
  const isChosen = ({ pair }: PairScores) =>
    [pair.label, pair.region].some((structure) => structureKey(structure) === key);
  const usual = usualPair(pairs.map(({ pair }) => pair));
  return pairs.find(isChosen) ?? pairs.find(({ pair }) => pair === usual) ?? pairs[0];
}

function choosePair(pairs: PairScores[], key: string | null): void {
  const found = pairs.find(({ pair }) => pairKey(pair) === key);
  if (found) navigate({ structure: structureKey(found.pair.label), cause: null });
}

/** Shows exactly the voxels of one cause, in the slice that holds most of them. */
function showCause(pair: Pair, cause: Cause): void {
  const { answer: shown } = useShownAnswerStore.getState();
  const { ignoreLabel } = useCohortStore.getState().scheme ?? { ignoreLabel: null };
  const isCounted =
    shown &&
    countedCodes(
      shown.pairs,
      (reference, prediction) =>
        reference !== ignoreLabel && errorCause(pair, reference, prediction) === cause,
    );
  const voxel = shown && isCounted ? placeOfMost(shown.codes, shown.geometry.shape, isCounted) : null;
  navigate({ view: 'causes', cause, structure: structureKey(pair.label), ...(voxel ? { voxel } : {}) });
}
