import { shareOpacity } from '../../actions/changePanes';
import { toggleHidden } from '../../actions/navigate';
import { type LabelScheme, structureKey } from '../../domain/labelScheme';
import { useViewStore } from '../../stores/viewStore';
import { Legend } from '../../viewer/Legend';
import { useRepaintedDices } from '../reconstruction/useRepaintedDices';
import { useScoresOf } from '../useScores';
import { usePanes, useShares } from './PaneGrid';
import { useLabelsOnSlice } from './useLabelsOnSlice';
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
