import type { ComponentType } from 'react';
import type { MessageKey } from '../../i18n/translate';
import type { CasePanel } from '../../stores/viewStore';
import { ErrorsPanel } from '../case/failures/ErrorsPanel';
import { FindingsPanel } from '../case/findings/FindingsPanel';
import { GapPanel } from '../case/gap/GapPanel';
import { ReconstructionPanel } from '../case/reconstruction/ReconstructionPanel';
import { ScoresPanel } from '../case/scores/ScoresPanel';
import { ScenesPanel } from '../present/scenes/ScenesPanel';

/** What stands beside the picture, one tab each; a new one also needs its name in CasePanel. */
export const casePanels: readonly { panel: CasePanel; title: MessageKey; Panel: ComponentType }[] = [
  { panel: 'scores', title: 'scores.title', Panel: ScoresPanel },
  { panel: 'findings', title: 'findings.title', Panel: FindingsPanel },
  { panel: 'gap', title: 'gap.title', Panel: GapPanel },
  { panel: 'errors', title: 'inspector.errors', Panel: ErrorsPanel },
  { panel: 'reconstruction', title: 'reconstruction.title', Panel: ReconstructionPanel },
  { panel: 'scenes', title: 'scenes.title', Panel: ScenesPanel },
];
