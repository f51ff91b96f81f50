/** The page ends full screen itself; otherwise a person pressed Escape, which the browser keeps for itself. */
let isOwnExit = false;

export function enterFullScreen(): void {
  void document.documentElement.requestFullscreen?.().catch(stayAsItIs);
}

export function exitFullScreen(): void {
  if (!document.fullscreenElement) return;
  isOwnExit = true;
  void document.exitFullscreen().catch(() => {
    isOwnExit = false;
  });
}

export function toggleFullScreen(): void {
  if (document.fullscreenElement) exitFullScreen();
  else enterFullScreen();
}

/** Calls `act` when a person leaves full screen by Escape; gives back how to stop. */
export function onEscapeFromFullScreen(act: () => void): () => void {
  const follow = () => {
    // Full screen again before the browser told of its end: then that end is over, too.
    if (!document.fullscreenElement && !isOwnExit) act();
    isOwnExit = false;
  };
  document.addEventListener('fullscreenchange', follow);
  return () => document.removeEventListener('fullscreenchange', follow);
}

/** A browser that refuses says nothing that a person could act on. */
function stayAsItIs(): void {}
