import { CloseButton } from '@mantine/core';
import { dismissProblems } from '../../actions/opening/openFiles';
import { useTranslate } from '../../i18n/translate';
import { useCohortStore } from '../../stores/cohortStore';
import { ProblemLine } from '../parts/ProblemLine';

/** What is wrong with what was opened last, on whatever screen it was dropped. */
export function DropProblems() {
  const { t } = useTranslate();
  const problems = useCohortStore((facts) => facts.problems);
  if (problems.length === 0) return null;
  return (
    <div className="notice">
      <div>
        {problems.map((problem) => (
          <ProblemLine key={`${problem.code} ${problem.file}`} problem={problem} />
        ))}
      </div>
      <CloseButton size="sm" aria-label={t('words.close')} onClick={dismissProblems} />
    </div>
  );
}
