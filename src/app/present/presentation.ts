import { startPresenting } from '../../actions/changeScenes';
import { navigate } from '../../actions/navigate';
import { useViewStore } from '../../stores/viewStore';
import { enterFullScreen, exitFullScreen } from '../parts/fullScreen';

/** Presents the scenes, on the whole screen where the browser allows it. */
export function beginPresentation(): void {
  startPresenting();
  enterFullScreen();
}

/** Back to the screen of the case that was presented last. */
export function leavePresentation(): void {
  exitFullScreen();
  navigate({ screen: useViewStore.getState().caseId === null ? 'cohort' : 'case' });
}
