// Opens a made-up CT of 117 labels on 512 × 512 × 900 voxels in the built page (`npx vite build` first) and tells what
// it costs: node scripts/largeCase.mjs [folder for the files] [slices]. Not part of `npm test`: a minute and 2 GB.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { chromium } from '@playwright/test';
import { preview } from 'vite';

const [folder = '/tmp/regionlens-large', depth = '900'] = process.argv.slice(2);
const shape = [512, 512, Number(depth)];
const labels = 117;
const port = process.env.PORT ?? '4396';

/** Ellipsoids on a lattice, one a label, which fill a quarter of the grid; the prediction lies two voxels further. */
function labelMap(shift) {
  const file = Buffer.alloc(352 + shape[0] * shape[1] * shape[2]);
  file.writeInt32LE(348, 0);
  [3, ...shape, 1, 1, 1, 1].forEach((count, at) => {
    file.writeInt16LE(count, 40 + 2 * at);
  });
  file.writeInt16LE(2, 70);
  file.writeInt16LE(8, 72);
  [1, 1, 1, 1].forEach((edge, at) => {
    file.writeFloatLE(edge, 76 + 4 * at);
  });
  file.writeFloatLE(352, 108);
  file.writeInt16LE(1, 254);
  [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0].forEach((part, at) => {
    file.writeFloatLE(part, 280 + 4 * at);
  });
  file.write('n+1', 344);
  const cells = shape.map((count) => count / 5);
  for (let label = 1; label <= labels; label++) {
    const cell = [(label - 1) % 5, Math.floor((label - 1) / 5) % 5, Math.floor((label - 1) / 25)];
    const centre = cell.map((at, axis) => (at + 0.5) * cells[axis] + (axis === 0 ? shift : 0));
    const radii = cells.map((edge) => 0.42 * edge);
    for (let z = Math.ceil(centre[2] - radii[2]); z <= centre[2] + radii[2]; z++) {
      for (let y = Math.ceil(centre[1] - radii[1]); y <= centre[1] + radii[1]; y++) {
        const rest = 1 - ((z - centre[2]) / radii[2]) ** 2 - ((y - centre[1]) / radii[1]) ** 2;
        if (rest <= 0) continue;
        const half = radii[0] * Math.sqrt(rest);
        const line = 352 + shape[0] * (y + shape[1] * z);
        file.fill(label, line + Math.ceil(centre[0] - half), line + Math.floor(centre[0] + half) + 1);
      }
    }
  }
  return promisify(gzip)(file, { level: 1 });
}

if (!existsSync(`${folder}/dataset.json`)) {
  for (const [path, shift] of [
    ['labelsTr', 0],
    ['predictions_total', 2],
  ]) {
    mkdirSync(`${folder}/${path}`, { recursive: true });
    writeFileSync(`${folder}/${path}/ct_1.nii.gz`, await labelMap(shift));
  }
  const named = Array.from({ length: labels }, (_, at) => [`organ_${at + 1}`, at + 1]);
  const json = { labels: Object.fromEntries([['background', 0], ...named]), file_ending: '.nii.gz' };
  writeFileSync(`${folder}/dataset.json`, JSON.stringify(json));
}

/** Resident memory (MB) of the page's process and of the graphics process. */
async function memory() {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'rss,args']);
  const of = (kind) =>
    stdout
      .split('\n')
      .filter((line) => line.includes(`--type=${kind}`) && line.includes(profile))
      .map((line) => Number.parseInt(line, 10) / 1024);
  return {
    pageMb: Math.round(Math.max(0, ...of('renderer'))),
    graphicsMb: Math.round(Math.max(0, ...of('gpu-process'))),
  };
}

const profile = `${folder}/profile`;
const server = await preview({ preview: { host: '127.0.0.1', port: Number(port) } });
const debianChromium = '/usr/bin/chromium';
const context = await chromium.launchPersistentContext(profile, {
  viewport: { width: 1600, height: 1000 },
  executablePath: existsSync(debianChromium) ? debianChromium : undefined,
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--enable-unsafe-swiftshader'],
});
const most = { pageMb: 0, graphicsMb: 0 };
const watch = setInterval(async () => {
  const now = await memory();
  for (const kind of Object.keys(most)) most[kind] = Math.max(most[kind], now[kind]);
}, 250);
try {
  const page = await context.newPage();
  page.on('crash', () => console.log('the page crashed'));
  page.on('pageerror', (error) => console.log('error', error.message));
  await page.addInitScript(() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
    }).observe({ entryTypes: ['longtask'] });
  });
  const since = async (what, began) =>
    console.log(
      `${what}: ${((performance.now() - began) / 1000).toFixed(1)} s, longest task ${Math.round(
        await page.evaluate(() => {
          const { longest } = window;
          window.longest = 0;
          return longest;
        }),
      )} ms, now ${JSON.stringify(await memory())}`,
    );
  await page.goto(`http://127.0.0.1:${port}/`);
  let began = performance.now();
  await page.getByLabel(/^(Choose a folder|Add a folder)$/).setInputFiles(folder);
  await page.getByRole('heading', { name: 'Mean over cases' }).waitFor({ timeout: 300_000 });
  await page
    .getByRole('button', { name: 'Cancel', exact: true })
    .click({ timeout: 5000 })
    .catch(() => {});
  await since('opened, scoring stopped', began);
  began = performance.now();
  await page.goto(
    `http://127.0.0.1:${port}/#/case/ct_1?model=total&view=prediction&layout=axial&structure=label:63`,
  );
  await page.locator('.pane canvas').first().waitFor({ timeout: 300_000 });
  await page.waitForFunction(() => document.querySelectorAll('.pane[aria-busy="true"]').length === 0, null, {
    timeout: 300_000,
  });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  await since('first picture', began);
  await page.screenshot({ path: `${folder}/first.png` });
  await page.waitForTimeout(8000);
  await since('8 s later', performance.now());
  for (const view of ['reference', 'errors', 'confusion', 'prediction']) {
    began = performance.now();
    await page.evaluate((next) => {
      location.hash = location.hash.replace(/view=\w+/, `view=${next}`);
    }, view);
    await page.waitForTimeout(50);
    await page.waitForFunction(
      () => document.querySelectorAll('.pane[aria-busy="true"]').length === 0,
      null,
      { timeout: 300_000 },
    );
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    await since(`view ${view}`, began);
  }
  await page.screenshot({ path: `${folder}/last.png` });
  console.log('most memory', JSON.stringify(most));
} finally {
  clearInterval(watch);
  await context.close();
  await server.close();
}
