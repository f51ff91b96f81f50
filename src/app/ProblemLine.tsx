import type { Problem } from '../domain/errors';
import { useTranslate } from '../i18n/translate';

/** One sentence about one file: its name, what is wrong, what to do. */
export function ProblemLine({ problem }: { problem: Problem }) {
  const { t } = useTranslate();
  return (
    <p className="problem" role="alert">
      <code>{problem.file}</code> {t(`errors.${problem.code}`, problem.facts)}
    </p>
  );
}
