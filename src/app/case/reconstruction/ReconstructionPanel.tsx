import { useReconstruction } from '../../../derived/useReconstruction';
import { useShownRegions } from '../../../derived/useShownVolume';
import { answerKey } from '../../../domain/cohort';
import { useTranslate } from '../../../i18n/translate';
import { useAnswersStore } from '../../../stores/answersStore';
import { useCohortStore } from '../../../stores/cohortStore';
import { useViewStore } from '../../../stores/viewStore';
import { ConfusionSection } from './ConfusionSection';
import { NestingSection } from './NestingSection';
import { SchemeCheckSection } from './SchemeCheckSection';
import { ScoreSetsSection } from './ScoreSetsSection';
import { ThresholdSection } from './ThresholdSection';
import { VerdictSection } from './VerdictSection';
import '../../parts/reconstruction.css';

/** Is the label map of the case on screen what its regions say, and what does the rule of painting cost? */
export function ReconstructionPanel() {
  const { t } = useTranslate();
  const caseId = useViewStore((view) => view.caseId);
  const model = useViewStore((view) => view.model);
  const step = useViewStore((view) => view.thresholdStep);
  const scheme = useCohortStore((facts) => facts.scheme);
  const result = useAnswersStore((facts) => facts.answers[answerKey(caseId ?? '', model ?? '')]?.result);
  const state = useReconstruction(caseId, model);
  const regions = useShownRegions();
  if (!scheme) return null;
  const findings = state.check?.findings;
  // What was read for the picture can be moved, too, where the check was stopped or is still to come.
  const hasProbabilities = findings?.hasProbabilities ?? (regions ? regions.steps !== null : null);
  const repainted = step === null ? null : regions?.tables?.painted[step];
  return (
    <div className="reconstruction">
      <VerdictSection state={state} scheme={scheme} />
      {scheme.regions.length > 0 && <SchemeCheckSection scheme={scheme} />}
      {findings && (
        <>
          <NestingSection findings={findings} scheme={scheme} />
          <ScoreSetsSection scores={findings.scores} scheme={scheme} />
        </>
      )}
      {hasProbabilities && <ThresholdSection scheme={scheme} />}
      {hasProbabilities === false && <p className="quiet">{t('reconstruction.thresholdMasks')}</p>}
      {result && <ConfusionSection confusion={repainted ?? result.confusion} scheme={scheme} />}
    </div>
  );
}
