import { Button, Select } from '@mantine/core';
import { useEffect } from 'react';
import { changeView } from '../../../actions/navigate';
import { findingsOf } from '../../../derived/caseFindings';
import { useScoresOf } from '../../../derived/useScores';
import { chosenPair } from '../../../domain/chosenPair';
import { largestTauMm } from '../../../domain/contourShift';
import { gapAnswer } from '../../../domain/gapAnswer';
import { type LabelScheme, pairKey, structureKey } from '../../../domain/labelScheme';
import type { CaseScores, PairScores } from '../../../domain/results';
import { findingSentences } from '../../../i18n/findingSentences';
import { gapSentences } from '../../../i18n/gapSentences';
import { useTranslate } from '../../../i18n/translate';
import { useCohortStore } from '../../../stores/cohortStore';
import { useViewStore } from '../../../stores/viewStore';
import { CauseExplanations } from '../../parts/CauseExplanations';
import { Fold } from '../../parts/Fold';
import { GapAccountView } from '../../parts/GapAccountView';
import { NumberField } from '../../parts/NumberField';
import { ContourFold } from './ContourFold';
import { showCause } from './showCause';
import { showGap } from './showGap';

/** The answer to one case: why the label of a pair scores as it does, step by step, and the accuracy in mm. */
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
  const { structure, view, cause } = useViewStore();
  const shown = chosenPair(scores.pairs, structure);
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
      <Answer scores={scores} shown={shown} />
      <GapAccountView
        scheme={scheme}
        scores={shown}
        tauMm={scores.tauMm}
        chosen={view === 'causes' ? cause : null}
        onChoose={(chosen) => showCause(shown.pair, chosen)}
      />
      <TauLine tauMm={scores.tauMm} />
      <ContourFold scheme={scheme} scores={shown} />
      <Limits scores={scores} shown={shown} />
      <Fold summary={t('gap.threeNames')}>
        <CauseExplanations />
      </Fold>
    </>
  );
}

interface ShownProps {
  scores: CaseScores;
  shown: PairScores;
}

/** Both Dice first, then what did most, then the rest. */
function Answer({ scores, shown }: ShownProps) {
  const { t } = useTranslate();
  const [first, main, ...more] = gapSentences(gapAnswer(scores, shown), t);
  return (
    <div className="gap-answer" aria-live="polite">
      <p className="gap-dice">{first}</p>
      {main && <p className="gap-main">{main}</p>}
      {more.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

function TauLine({ tauMm }: { tauMm: number }) {
  const { t } = useTranslate();
  const askedTauMm = useViewStore((view) => view.tauMm);
  return (
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
  );
}

function Limits({ scores, shown }: ShownProps) {
  const { t } = useTranslate();
  const findings = findingsOf(scores, structureKey(shown.pair.label));
  const limits = findings ? findingSentences(findings, t).limits : [];
  if (limits.length === 0) return null;
  return (
    <Fold summary={t('findings.limits')}>
      {limits.map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
    </Fold>
  );
}

function choosePair(pairs: PairScores[], key: string | null): void {
  const found = pairs.find(({ pair }) => pairKey(pair) === key);
  if (found) showGap(found.pair);
}
