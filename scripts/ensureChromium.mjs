// Makes sure that a Chromium is there for the browser tests: Debian's package where apt can install it,
// Playwright's own build elsewhere.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const debianChromium = '/usr/bin/chromium';

function run(command, ...parameters) {
  const { status } = spawnSync(command, parameters, { stdio: ['ignore', 'ignore', 'inherit'] });
  return status === 0;
}

const isRootOnDebian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
const isReady =
  existsSync(debianChromium) ||
  (isRootOnDebian && run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '-qq', 'chromium')) ||
  run('npx', 'playwright', 'install', '--with-deps', 'chromium') ||
  run('npx', 'playwright', 'install', 'chromium');

if (!isReady) {
  console.error('No Chromium: install the package "chromium" or run "npx playwright install chromium".');
  process.exit(1);
}
