import { Anchor } from '@mantine/core';
import { navigate } from '../../actions/navigate';
import { useTranslate } from '../../i18n/translate';
import { useCohortStore } from '../../stores/cohortStore';
import { IntakeOtherFiles } from './IntakeOtherFiles';
import { ProblemLine } from './ProblemLine';

/** What could not be used of what is open. Problems of single cases stand beside them on the files screen. */
export function IntakeProblems() {
  const { t } = useTranslate();
  const recognition = useCohortStore((facts) => facts.recognition);
  const isOpen = useCohortStore((facts) => facts.cohort !== null);
  const problems = recognition?.problems.filter(({ caseId }) => !caseId) ?? [];
  const lacking = new Set(recognition?.problems.flatMap(({ caseId }) => caseId ?? []));
  return (
    <>
      {problems.map((problem) => (
        <ProblemLine key={`${problem.code} ${problem.file}`} problem={problem} />
      ))}
      {isOpen && lacking.size > 0 && (
        <p className="quiet lacking-line">
          {t('intake.incomplete', { count: lacking.size })}{' '}
          <Anchor component="button" onClick={() => navigate({ screen: 'files' })}>
            {t('intake.showFiles')}
          </Anchor>
        </p>
      )}
      {!isOpen && <IntakeOtherFiles />}
    </>
  );
}
