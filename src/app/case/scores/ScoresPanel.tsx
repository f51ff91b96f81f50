import { useScoresOf } from '../../../derived/useScores';
import { answerKey } from '../../../domain/cohort';
import { absenceOf } from '../../../domain/cohortRow';
import { hasAccount } from '../../../domain/gapVerdict';
import { dimensionsOf, sizeUnit } from '../../../domain/geometry';
import { type LabelScheme, structureKey } from '../../../domain/labelScheme';
import { markColor, structureColor } from '../../../domain/palette';
import type { CaseScores, PairScores } from '../../../domain/results';
import { pairScoresIn, scoresAt } from '../../../domain/scoreKinds';
import { useTranslate } from '../../../i18n/translate';
import { useAnswersStore } from '../../../stores/answersStore';
import { useCohortStore } from '../../../stores/cohortStore';
import { useViewStore } from '../../../stores/viewStore';
import { CaseProblem } from '../../parts/CaseProblem';
import { ProblemLine } from '../../parts/ProblemLine';
import { Score } from '../../parts/Score';
import { UnknownLabelsNotice } from '../../parts/UnknownLabelsNotice';
import { CaseWarnings } from '../CaseWarnings';
import { showGap } from '../gap/showGap';
import { CaseAnswer } from './CaseAnswer';
import { LesionSection } from './LesionSection';
import { StructuresTable } from './StructuresTable';
import { SurfaceSection } from './SurfaceSection';

const [gap] = pairScoresIn('gap');
const causes = pairScoresIn('causes');

/** The numbers of the case on screen: each region beside its label, what the gap is made of, every structure. */
export function ScoresPanel() {
  const { t } = useTranslate();
  const caseId = useViewStore((view) => view.caseId);
  const model = useViewStore((view) => view.model);
  const chosen = useViewStore((view) => view.structure);
  const scheme = useCohortStore((facts) => facts.scheme);
  const failed = useAnswersStore((facts) => facts.answers[answerKey(caseId ?? '', model ?? '')]?.failure);
  const scores = useScoresOf(caseId, model);
  if (failed) return <CaseProblem problem={failed.problem} />;
  if (!scores || !scheme) return <p className="quiet">{t('scores.noScores')}</p>;
  const dimensions = dimensionsOf(scores.result);
  const unit = sizeUnit(dimensions);
  const kinds = scoresAt('case').filter(
    (kind) => kind.from === 'overlap' && (kind.unit === '' || kind.unit === unit),
  );
  return (
    <>
      <CaseWarnings warnings={scores.result.warnings} />
      <UnknownLabelsNotice results={[scores.result]} scheme={scheme} />
      <CaseAnswer scores={scores} />
      <section>
        <h2>{t('scores.paired')}</h2>
        {scores.pairs.length === 0 && (
          <p className="quiet">{t(scheme.regions.length > 0 ? 'scores.noPairs' : 'scores.noRegions')}</p>
        )}
        {scores.pairs.map((paired) => (
          <PairCard
            key={paired.pair.region.name}
            paired={paired}
            color={markColor(structureColor(scheme, paired.pair.region))}
          />
        ))}
      </section>
      <section>
        <h2>{t('scores.allStructures')}</h2>
        <StructuresTable
          scores={scores}
          scheme={scheme}
          kinds={kinds}
          isSelected={({ structure }) => structureKey(structure) === chosen}
        />
      </section>
      <MeasuredSections scores={scores} scheme={scheme} />
    </>
  );
}

/** What takes longer than the overlap, or why it is not there. */
function MeasuredSections({ scores, scheme }: { scores: CaseScores; scheme: LabelScheme }) {
  const { t } = useTranslate();
  const { caseId, model } = scores.result;
  const problem = useAnswersStore((facts) => facts.answers[answerKey(caseId, model)]?.measuresProblem);
  const hasFiles = useCohortStore((facts) => facts.files.size > 0);
  const missing = t(hasFiles ? 'measures.notYet' : 'measures.noVolumes');
  return (
    <>
      {problem && <ProblemLine problem={problem} />}
      <SurfaceSection scores={scores} scheme={scheme} missing={missing} />
      <LesionSection scores={scores} scheme={scheme} missing={missing} />
    </>
  );
}

function PairCard({ paired, color }: { paired: PairScores; color: string }) {
  const { t } = useTranslate();
  const { pair, region, label, account } = paired;
  return (
    <div className="pair-card" style={{ borderColor: color }}>
      <div className="pair-scores">
        <div>
          <span className="quiet">{pair.region.name}</span>
          <Score value={region.dice} reason={absenceOf(region)} />
        </div>
        <div>
          <span className="quiet">{pair.label.name}</span>
          <Score value={label.dice} reason={absenceOf(label)} />
        </div>
        <div title={t('scores.gapHint')}>
          <span className="quiet">{t('scores.gap')}</span>
          <button
            type="button"
            className="plain"
            title={t('gap.openAnswer', { region: pair.region.name, label: pair.label.name })}
            onClick={() => showGap(pair)}
          >
            <Score {...gap.take(paired)} isSigned />
          </button>
        </div>
      </div>
      {hasAccount(account) && <AccountList paired={paired} />}
    </div>
  );
}

function AccountList({ paired }: { paired: PairScores }) {
  const { t } = useTranslate();
  return (
    <dl className="account" aria-label={t('scores.account')}>
      {causes.map(({ key, take }) => (
        <div key={key} title={t(`scores.${key}Hint`)}>
          <dt>{t(`scoreKinds.${key}`)}</dt>
          <dd>
            <Score {...take(paired)} isSigned />
          </dd>
        </div>
      ))}
    </dl>
  );
}
