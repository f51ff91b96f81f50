import type { ComponentType } from 'react';
import type { MessageKey } from '../i18n/translate';
import type { CasePanel } from '../stores/viewStore';
import { ErrorsPanel } from './failures/ErrorsPanel';
import { FindingsPanel } from './findings/FindingsPanel';
import { GapPanel } from './gap/GapPanel';
import { ReconstructionPanel } from './reconstruction/ReconstructionPanel';
import { ScoresPanel } from './ScoresPanel';
import { ScenesPanel } from './scenes/ScenesPanel';

/** What stands beside the picture, one tab each; a new one also needs its name in CasePanel. */
export const casePanels: readonly { panel: CasePanel; title: MessageKey; Panel: ComponentType }[] = [
  { panel: 'scores', title: 'scores.title', Panel: ScoresPanel },
  { panel: 'findings', title: 'findings.title', Panel: FindingsPanel },
  { panel: 'gap', title: 'gap.title', Panel: GapPanel },
  { panel: 'errors', title: 'inspector.errors', Panel: ErrorsPanel },
  { panel: 'reconstruction', title: 'reconstruction.title', Panel: ReconstructionPanel },
  { panel: 'scenes', title: 'scenes.title', Panel: ScenesPanel },
];
