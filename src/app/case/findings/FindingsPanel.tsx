import { caseFindings } from '../../../derived/caseFindings';
import { useScoresOf } from '../../../derived/useScores';
import { answerKey } from '../../../domain/cohort';
import type { GapAnswer } from '../../../domain/gapAnswer';
import { type LabelScheme, pairKey, structureKey } from '../../../domain/labelScheme';
import type { CaseScores } from '../../../domain/results';
import { gapSentences } from '../../../i18n/gapSentences';
import { useTranslate } from '../../../i18n/translate';
import { useAnswersStore } from '../../../stores/answersStore';
import { useCohortStore } from '../../../stores/cohortStore';
import { useViewStore } from '../../../stores/viewStore';
import { CaseProblem } from '../../parts/CaseProblem';
import { ProblemLine } from '../../parts/ProblemLine';
import { CaseWarnings } from '../CaseWarnings';
import { showGap } from '../gap/showGap';
import { FindingCard } from './FindingCard';
import { FindingLimits } from './FindingLimits';
import { FindingNumbers } from './FindingNumbers';
import './findings.css';

/** The case on screen as one would tell it: volumes, lesions, millimetres; the scores one click away. */
export function FindingsPanel() {
  const { t } = useTranslate();
  const caseId = useViewStore((view) => view.caseId);
  const model = useViewStore((view) => view.model);
  const scheme = useCohortStore((facts) => facts.scheme);
  const failed = useAnswersStore((facts) => facts.answers[answerKey(caseId ?? '', model ?? '')]?.failure);
  const scores = useScoresOf(caseId, model);
  if (failed) return <CaseProblem problem={failed.problem} />;
  if (!scores || !scheme) return <p className="quiet">{t('scores.noScores')}</p>;
  return <Findings scores={scores} scheme={scheme} />;
}

function Findings({ scores, scheme }: { scores: CaseScores; scheme: LabelScheme }) {
  const { t } = useTranslate();
  const { caseId, model } = scores.result;
  const problem = useAnswersStore((facts) => facts.answers[answerKey(caseId, model)]?.measuresProblem);
  const hasFiles = useCohortStore((facts) => facts.files.size > 0);
  const { structures, gaps } = caseFindings(scores);
  return (
    <>
      <CaseWarnings warnings={scores.result.warnings} />
      <section aria-label={t('findings.told')}>
        {structures.map((findings) => (
          <FindingCard
            key={structureKey(findings.structure)}
            findings={findings}
            scheme={scheme}
            isMeasurable={hasFiles && !problem}
          />
        ))}
        {problem && <ProblemLine problem={problem} />}
        {!hasFiles && !scores.measures && <p className="quiet">{t('measures.noVolumes')}</p>}
      </section>
      <FindingNumbers scores={scores} scheme={scheme} />
      {gaps.length > 0 && (
        <section>
          <h2>{t('findings.why')}</h2>
          {gaps.map((answer) => (
            <GapWords key={pairKey(answer.pair)} answer={answer} />
          ))}
        </section>
      )}
      <FindingLimits structures={structures} scheme={scheme} />
    </>
  );
}

/** The gap of one pair; its name leads to the account of it. */
function GapWords({ answer }: { answer: GapAnswer }) {
  const { t } = useTranslate();
  const { region, label } = answer.pair;
  return (
    <div className="finding-gap">
      <h3>
        <button type="button" className="plain" onClick={() => showGap(answer.pair)}>
          {region.name} → {label.name}
        </button>
      </h3>
      <p>
        {gapSentences(answer, t).map((sentence) => (
          <span key={sentence}>{sentence} </span>
        ))}
      </p>
    </div>
  );
}
