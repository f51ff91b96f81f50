import { Button } from '@mantine/core';
import { navigate } from '../../../actions/navigate';
import { placeOfMost } from '../../../derived/placeOfMost';
import type { ReconstructionState } from '../../../derived/useReconstruction';
import { useShownRegions } from '../../../derived/useShownVolume';
import type { LabelScheme } from '../../../domain/labelScheme';
import { countedCodes } from '../../../domain/pairCodes';
import { formatCount } from '../../../i18n/formatNumber';
import { verdictSentences } from '../../../i18n/reconstructionSentences';
import { useTranslate } from '../../../i18n/translate';
import { useRegionVolumesStore } from '../../../stores/regionVolumesStore';
import { ProblemLine } from '../../parts/ProblemLine';
import { statusHint } from '../../parts/ReconstructionVerdict';

/** Is the saved map what its regions paint? If not: how many voxels, where, and why. */
export function VerdictSection({ state, scheme }: { state: ReconstructionState; scheme: LabelScheme }) {
  const { t } = useTranslate();
  const regions = useShownRegions();
  const reading = useRegionVolumesStore(({ loadingKey }) => loadingKey !== null);
  const unread = useRegionVolumesStore((facts) => facts.problem);
  const { check } = state;
  const summary = check?.summary;
  const differences = regions?.differences;
  if (state.problem) return <ProblemLine problem={state.problem} />;
  if (!summary) return <p className="verdict-lead">{statusHint(state, t)}</p>;
  const [lead, ...rest] = verdictSentences(summary, check.findings, scheme, t);
  const showDifferences = () => {
    if (!differences) return;
    const isCounted = countedCodes(differences.pairs, (painted, saved) => painted !== saved);
    navigate({ view: 'differences', voxel: placeOfMost(differences, isCounted) });
  };
  return (
    <section>
      <p className="verdict-lead">
        <span className={`verdict ${state.status}`} aria-hidden="true" />
        {lead}
      </p>
      {rest.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {summary.differingVoxels > 0 && check.findings && (
        <Button size="compact-sm" variant="light" disabled={!differences} onClick={showDifferences}>
          {t('reconstruction.showDifferences')} ({formatCount(summary.differingVoxels)})
        </Button>
      )}
      {!check.findings && <p className="quiet">{t('reconstruction.fromScoresFile')}</p>}
      {reading && <p className="quiet">{t('reconstruction.readingRegions')}</p>}
      {unread && <ProblemLine problem={unread} />}
    </section>
  );
}
