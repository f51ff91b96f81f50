export function enterFullScreen(): void {
  void document.documentElement.requestFullscreen?.().catch(stayAsItIs);
}

export function exitFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen().catch(stayAsItIs);
}

export function toggleFullScreen(): void {
  if (document.fullscreenElement) exitFullScreen();
  else enterFullScreen();
}

/** A browser that refuses says nothing that a person could act on. */
function stayAsItIs(): void {}
