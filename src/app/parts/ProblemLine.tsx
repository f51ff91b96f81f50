import { FileButton } from '@mantine/core';
import { openFiles } from '../../actions/opening/openFiles';
import type { Problem } from '../../domain/errors';
import { useTranslate } from '../../i18n/translate';
import { useCohortStore } from '../../stores/cohortStore';
import { ProblemRemedy } from './ProblemRemedy';

/** One sentence about one file: its name, what is wrong, what to do. An open file can be given anew in its place. */
export function ProblemLine({ problem }: { problem: Problem }) {
  const { t } = useTranslate();
  const isOpen = useCohortStore((facts) => facts.files.has(problem.file));
  return (
    <div className="problem" role="alert">
      <code>{problem.file}</code> {t(`errors.${problem.code}`, problem.facts)}
      <ProblemRemedy problem={problem} />
      {isOpen && (
        <FileButton onChange={(file) => file && void openFiles([{ path: problem.file, file }])}>
          {(props) => (
            <button {...props} type="button" className="plain replace-file" title={t('app.replaceFileHint')}>
              {t('app.replaceFile')}
            </button>
          )}
        </FileButton>
      )}
    </div>
  );
}
