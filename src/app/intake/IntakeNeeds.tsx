import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { type ReviewNeed, reviewNeeds } from '../../domain/reviewNeeds';
import { useTranslate } from '../../i18n/translate';
import { useAnswersStore } from '../../stores/answersStore';
import { useCohortStore } from '../../stores/cohortStore';
import { ProblemLine } from '../parts/ProblemLine';

const words = {
  'guessed-roles': 'intake.guessedRoles',
  'nothing-to-score': 'intake.nothingToScore',
  'missing-reference': 'intake.missingReference',
  duplicate: 'intake.duplicate',
} as const satisfies Record<ReviewNeed['kind'], string>;

/** What a person should look at before scoring, and problems that belong to no single case. */
export function IntakeNeeds() {
  const { t } = useTranslate();
  const recognition = useCohortStore((facts) => facts.recognition);
  const isSchemeConfirmed = useCohortStore((facts) => facts.isSchemeConfirmed);
  const answers = useAnswersStore((facts) => facts.answers);
  const failures = Object.values(answers).flatMap(({ failure }) => failure ?? []);
  const failedCount = failures.length;
  const answerable = (['channels-unclear', 'masks-overlap'] as const).flatMap(
    (code) => failures.find(({ problem }) => problem.code === code)?.problem ?? [],
  );
  if (!recognition) return null;
  const sentences = reviewNeeds(recognition).map(({ kind, count }) => t(words[kind], { count }));
  if (!isSchemeConfirmed) sentences.push(t('intake.noScheme'));
  if (failedCount > 0) sentences.push(t('intake.failed', { count: failedCount }));
  const problems = recognition.problems.filter(({ caseId }) => caseId === undefined);
  const lacking = new Set(recognition.problems.flatMap(({ caseId }) => caseId ?? [])).size;
  return (
    <section aria-label={t('intake.toCheck')}>
      {sentences.length > 0 ? (
        <ul className="intake-needs">
          {sentences.map((sentence) => (
            <li key={sentence}>
              <IconAlertTriangle size={16} aria-hidden="true" /> {sentence}
            </li>
          ))}
        </ul>
      ) : (
        <p className="intake-complete quiet">
          {lacking === 0 && <IconCheck size={16} aria-hidden="true" />}
          {lacking === 0 ? t('intake.complete') : t('intake.someLack', { count: lacking })}
        </p>
      )}
      {[...answerable, ...problems].map((problem) => (
        <ProblemLine key={`${problem.code} ${problem.file}`} problem={problem} />
      ))}
    </section>
  );
}
