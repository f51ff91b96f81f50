// Times the kernels against numpy and scipy on one sample pair and fails when a target is missed. Every
// bench/*.bench.ts adds its `benchmarks`; a word on the command line runs only those files that contain it.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, loadConfigFromFile } from 'vite';

const sample = '../shared/data/brats-ssa';
const caseId = 'BraTS2024_SSA-00002-000';
const referencePath = `${sample}/images/${caseId}/${caseId}_seg.nii.gz`;
const predictionPath = `${sample}/predictions/nnUnet/${caseId}/${caseId}_pred.nii.gz`;
const yardstick = '../shared/bench/numpy_baseline.py';
const outDir = resolve('build/bench');
const yardstickRuns = 3;
const warmUpRuns = 5;
const cohortSize = 200;
/** Of the command line. */
const pairsPerSecond = 20;
const timedRuns = 15;

function median(numbers) {
  return [...numbers].sort((first, second) => first - second)[Math.floor(numbers.length / 2)];
}

/** The first Python that has what the yardstick imports; null when there is none. */
function findPython() {
  const isUsable = (python) => {
    try {
      execFileSync(python, ['-c', 'import numpy, scipy.ndimage, nibabel'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  return ['/usr/bin/python3', 'python3', 'python'].find(isUsable) ?? null;
}

/** The median of each of the yardstick's times. */
function runYardstick(python) {
  const runs = Array.from({ length: yardstickRuns }, () =>
    JSON.parse(execFileSync(python, [yardstick, referencePath, predictionPath], { encoding: 'utf8' })),
  );
  const medianOf = (key) => median(runs.map((run) => run[key]));
  return { read_s: medianOf('read_s'), overlap_s: medianOf('overlap_s'), surface_s: medianOf('surface_s') };
}

/** Bundles as the command line is bundled, which knows how its readers are made. */
async function compile(files) {
  const names = ['bench/samplePair.ts', 'bench/cohort.ts', ...files];
  const commandLine = await loadConfigFromFile(
    { command: 'build', mode: 'production' },
    'vite.cli.config.ts',
  );
  await build({
    ...commandLine.config,
    configFile: false,
    logLevel: 'warn',
    build: {
      ...commandLine.config.build,
      outDir,
      emptyOutDir: true,
      rollupOptions: {
        input: Object.fromEntries(names.map((name) => [basename(name, '.ts'), name])),
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
  return names.map((name) => import(pathToFileURL(`${outDir}/${basename(name, '.ts')}.mjs`).href));
}

async function secondsOf(run, pair) {
  const seconds = [];
  for (let index = 0; index < warmUpRuns + timedRuns; index++) {
    const start = performance.now();
    await run(pair);
    if (index >= warmUpRuns) seconds.push((performance.now() - start) / 1000);
  }
  return median(seconds);
}

/** Pairs a second of `regionlens evaluate`, the whole program, over a generated cohort. */
async function commandLineRate() {
  const folder = resolve('build/cohort');
  await writeCohort(folder, cohortSize);
  const start = performance.now();
  execFileSync(
    process.execPath,
    ['dist-cli/regionlens.js', 'evaluate', '--reference', `${folder}/labelsTr`, '--prediction']
      .concat(`${folder}/predictions_unet`, '--dataset', `${folder}/dataset.json`)
      .concat('--out', `${folder}/scores.json`),
    { stdio: 'ignore' },
  );
  return cohortSize / ((performance.now() - start) / 1000);
}

const milliseconds = (seconds) => `${(seconds * 1000).toFixed(seconds < 0.01 ? 2 : 0)} ms`;

const missing = [referencePath, predictionPath, yardstick].filter((path) => !existsSync(path));
if (missing.length > 0) {
  console.log(`Skipped: not here: ${missing.join(', ')}`);
  process.exit(0);
}

const wanted = process.argv[2] ?? '';
const files = readdirSync('bench')
  .filter((name) => name.endsWith('.bench.ts') && name.includes(wanted))
  .map((name) => `bench/${name}`);
const [{ samplePair }, { writeCohort }, ...modules] = await Promise.all(await compile(files));
const python = findPython();
if (!python) console.log('No python3 with numpy, scipy and nibabel: times without ratios, and no verdict.');
const baseline = python ? runYardstick(python) : null;
const pair = await samplePair(referencePath, predictionPath);

let missedTargets = 0;
for (const { name, yardstick: of, yardstickSeconds, timesFaster, run } of modules.flatMap(
  (m) => m.benchmarks,
)) {
  const seconds = await secondsOf(run, pair);
  if (!baseline) {
    console.log(`        ${name}: ${milliseconds(seconds)}`);
    continue;
  }
  const ratio = yardstickSeconds(baseline) / seconds;
  const isMet = ratio >= timesFaster;
  if (!isMet) missedTargets++;
  const verdict = isMet ? 'met   ' : 'MISSED';
  const times = `${milliseconds(seconds)}, ${of} ${milliseconds(yardstickSeconds(baseline))}`;
  console.log(`${verdict}  ${name}: ${ratio.toFixed(1)} times faster, target ${timesFaster} (${times})`);
}
if ('commandLine'.includes(wanted)) {
  const rate = await commandLineRate();
  const isMet = rate >= pairsPerSecond;
  if (!isMet) missedTargets++;
  const verdict = isMet ? 'met   ' : 'MISSED';
  console.log(`${verdict}  command line: ${rate.toFixed(1)} pairs a second, target ${pairsPerSecond}`);
}
process.exit(missedTargets > 0 ? 1 : 0);
