import { Button } from '@mantine/core';
import { askTurn } from '../../actions/askTurn';
import type { GeometryWarning } from '../../domain/results';
import { useTranslate } from '../../i18n/translate';
import { warningText } from '../../i18n/warningText';
import { useCohortStore } from '../../stores/cohortStore';
import { useViewStore } from '../../stores/viewStore';

/** What a reader must know about the files before the numbers. */
export function CaseWarnings({ warnings }: { warnings: GeometryWarning[] }) {
  const { t } = useTranslate();
  if (warnings.length === 0) return null;
  // Those between masks of one side turn nothing.
  const apart = warnings.find((warning) => warning.kind === 'headers-apart' && warning.isTurnable);
  const turned = warnings.find((warning) => warning.kind === 'reoriented' && warning.isTurnable);
  const isTurned = apart !== undefined && turned !== undefined;
  const shown = isTurned ? warnings.filter((warning) => warning !== turned) : warnings;
  return (
    <div className="case-warnings" role="alert">
      {shown.map((warning) => (
        <p key={`${warning.kind} ${warning.file}`}>
          {warningText(t, warning, undefined, isTurned && warning === apart)}
        </p>
      ))}
      {(turned ?? apart) && <TurnButton isTurned={turned !== undefined} />}
    </div>
  );
}

/** Whether headers or voxels are right, only a person can tell. */
function TurnButton({ isTurned }: { isTurned: boolean }) {
  const { t } = useTranslate();
  const caseId = useViewStore((view) => view.caseId);
  const model = useViewStore((view) => view.model);
  const hasFiles = useCohortStore((facts) => facts.recognition !== null);
  if (caseId === null || model === null || !hasFiles) return null;
  return (
    <Button
      size="compact-xs"
      variant="default"
      onClick={() => askTurn(caseId, model, isTurned ? 'by-voxel' : 'by-header')}
    >
      {t(isTurned ? 'intake.byVoxelAgain' : 'intake.turnByHeader')}
    </Button>
  );
}
