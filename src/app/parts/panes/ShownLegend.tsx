import { shareOpacity } from '../../../actions/changePanes';
import { toggleHidden } from '../../../actions/navigate';
import { useLabelsOnSlice } from '../../../derived/useLabelsOnSlice';
import { useRepaintedDices } from '../../../derived/useRepaintedDices';
import { useScoresOf } from '../../../derived/useScores';
import { type LabelScheme, structureKey } from '../../../domain/labelScheme';
import { useViewStore } from '../../../stores/viewStore';
import { Legend } from '../../../viewer/Legend';
import { usePanes, useShares } from './PaneGrid';
import { useShownViews } from './useShownViews';

interface ShownLegendProps {
  scheme: LabelScheme;
  /** Dice beside each structure. */
  hasScores: boolean;
}

/** What the colours of the panes on screen mean. */
export function ShownLegend({ scheme, hasScores }: ShownLegendProps) {
  const { caseId, model } = useViewStore();
  const shown = useShownViews(usePanes(), scheme);
  const shares = useShares();
  const scores = useScoresOf(caseId, model);
  const repainted = useRepaintedDices(scheme);
  const saved = () =>
    Object.fromEntries(
      (scores?.structures ?? []).map(({ structure, overlap }) => [structureKey(structure), overlap.dice]),
    );
  return (
    <Legend
      shown={shown}
      scheme={scheme}
      onSlice={useLabelsOnSlice()}
      shares={shares}
      dices={hasScores ? (repainted ?? saved()) : {}}
      onToggle={toggleHidden}
      onShare={shareOpacity}
    />
  );
}
