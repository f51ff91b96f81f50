import { useTranslate } from '../i18n/translate';
import { useCohortStore } from '../stores/cohortStore';
import { ProblemLine } from './ProblemLine';

/** What could not be used of what was dropped, and what no one recognised. */
export function IntakeProblems() {
  const { t } = useTranslate();
  const problems = useCohortStore((facts) => facts.problems);
  const unclaimed = useCohortStore((facts) => facts.cohort?.unclaimed);
  return (
    <>
      {problems.map((problem) => (
        <ProblemLine key={`${problem.code} ${problem.file}`} problem={problem} />
      ))}
      {unclaimed && unclaimed.length > 0 && (
        <details className="unclaimed">
          <summary>{t('app.unclaimed', { count: unclaimed.length })}</summary>
          <ul>
            {unclaimed.slice(0, 200).map((path) => (
              <li key={path}>
                <code>{path}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
