import { constants } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blobPieces } from '../io/blobPieces';
import { splitJson } from '../io/splitJson';
import { readScores } from './read';
import { openScores } from './testScores';

/** A file with everything in it that a case may have. */
function scoresFile() {
  const place = { volumeMm3: 8, centre: [1, 1, 1], box: { lower: [0, 0, 0], upper: [2, 2, 2] } };
  const curve = { shiftsMm: [0, 1], dice: [0.5, 0.6] };
  const near = { distancesMm: [1, 2], counts: [3, 4] };
  const two = { grow: 1, shrink: 2 };
  return {
    format: 'regionlens.scores',
    version: 1,
    producer: 'test "cases":[',
    profile: 'nnunet',
    scheme: {
      labels: [{ value: 1, name: 'core', color: '#12abEF' }],
      regions: [{ name: 'whole', labels: [1] }],
      regionsClassOrder: [1],
      ignoreLabel: null,
    },
    cases: [
      {
        case: 'one',
        model: 'unet',
        reference: { file: 'a', bytes: 1, modified: 5 },
        prediction: { file: 'b', bytes: 2 },
        geometry: {
          shape: [4, 4, 4],
          spacingMm: [1, 1, 2.5],
          warnings: [
            { kind: 'headers-apart', file: 'a', otherFile: 'b', distanceMm: 3.5, isTurnable: true },
            {
              kind: 'mask-left-out',
              file: 'c',
              structure: 'rim',
              problem: { code: 'not-3d', file: 'c', facts: { dimensions: '2×2' } },
            },
            { kind: 'masks-missing', file: 'd', structures: 'core, rim' },
          ],
        },
        indistinct: [[0, 2]],
        confusion: {
          labels: [0, 1],
          counts: [
            [50, 2],
            [2, 10],
          ],
        },
        structures: [
          {
            kind: 'region',
            name: 'whole',
            labels: [1],
            tp: 10,
            fp: 2,
            fn: 2,
            tn: 50,
            surface: {
              hd95Mm: 1,
              hd100Mm: 2,
              asdReferenceToPredictionMm: 0.5,
              asdPredictionToReferenceMm: 0.5,
              nsd: [{ tauMm: 2, value: 0.9 }],
              areaMm2: 20,
              areaByDistance: { distancesMm: [1, 2], areasMm2: [10, 20] },
            },
            lesions: {
              profile: 'gli-2023',
              dice: 0.5,
              hd95Mm: 3,
              truePositives: 1,
              falsePositives: 0,
              falseNegatives: 0,
              lesions: [{ id: 1, ...place, outcome: 'found', components: [1], dice: 0.5, hd95Mm: 3 }],
              components: [{ id: 1, ...place, lesions: [1] }],
            },
          },
        ],
        pairs: [
          {
            region: 'whole',
            label: 1,
            regionDice: 0.8,
            labelDice: 0.7,
            boundary: { tauMm: 2, shared: 1, child: 0, relieved: 0 },
            errorsByDistance: { shared: near, child: near, relieved: near },
            regionShiftMm: two,
            labelShiftMm: two,
            labelDiceAtRegionShift: two,
            regionCurves: { grow: curve, shrink: curve },
            labelCurves: { grow: curve, shrink: curve },
            shapePart: 0.1,
            accuracyPart: 0.1,
          },
        ],
        reconstruction: {
          verdict: 'unexplained',
          differingVoxels: 4,
          causes: [],
          nearest: {
            cause: { kind: 'class-order', regionsClassOrder: [1] },
            differingVoxels: 2,
            explainedShare: 0.5,
          },
        },
      },
    ],
    failures: [] as unknown[],
  };
}

type Path = (string | number)[];

function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]))];
}

function replaced(path: Path, by: string): string {
  const file = structuredClone(scoresFile());
  const holder = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], file);
  (holder as Record<string, unknown>)[path[path.length - 1]] = '@here@';
  return JSON.stringify(file).replace('"@here@"', () => by);
}

/** No place of the opened scores holds what was put in. */
function holdsOnlyPlainNumbers(value: unknown): boolean {
  if (typeof value === 'number')
    return value !== Number.POSITIVE_INFINITY && value !== Number.NEGATIVE_INFINITY;
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(holdsOnlyPlainNumbers);
}

describe('a scores file', () => {
  test('that is whole opens', async () => {
    const opened = await openScores(scoresFile());
    if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
    expect(Object.keys(opened.value.measures)).toEqual(['one\nunet']);
    expect(opened.value.results['one\nunet'].warnings).toEqual(scoresFile().cases[0].geometry.warnings);
    expect(opened.value.results['one\nunet'].indistinct).toEqual([[0, 2]]);
    expect(opened.value.scheme.labels[0].color).toBe('#12abEF');
  });

  const paths = leaves(scoresFile()).filter((path) => path.length > 0);

  test.each([
    ['1e400', holdsOnlyPlainNumbers],
    ['-1e400', holdsOnlyPlainNumbers],
    [
      '{"toString":"x"}',
      (opened: unknown) =>
        !JSON.stringify(opened, (key, item) => (key === 'session' ? null : item)).includes('toString'),
    ],
    ['"url(https://a.b)"', (opened: unknown) => !/"color":"url/.test(JSON.stringify(opened))],
    ['[[null]]', (opened: unknown) => !JSON.stringify(opened).includes('[[null]]')],
  ] as const)('with %s anywhere is refused by name, or opens without it', async (by, isSound) => {
    for (const path of paths) {
      const opened = await openScores(replaced(path, by));
      if (opened.ok) expect(isSound(opened.value), path.join('.')).toBe(true);
      else expect(opened.problem.code, path.join('.')).toBe('bad-scores-file');
    }
  });

  test.each([
    [['cases', 0, 'geometry', 'warnings', 0], 'null', 'cases[0].geometry.warnings[0]'],
    [
      ['cases', 0, 'geometry', 'warnings', 0, 'distanceMm'],
      '"far"',
      'cases[0].geometry.warnings[0].distanceMm',
    ],
    [['cases', 0, 'indistinct', 0], '[-1]', 'cases[0].indistinct[0][0]'],
    [
      ['cases', 0, 'geometry', 'warnings', 1, 'problem', 'facts', 'dimensions'],
      '{}',
      'cases[0].geometry.warnings[1].problem.facts.dimensions',
    ],
    [['cases', 0, 'geometry', 'shape'], '[4,4,0.5]', 'cases[0].geometry.shape[2]'],
    [['cases', 0, 'confusion', 'labels'], '[1,1]', 'cases[0].confusion.labels'],
    [['scheme', 'labels', 0, 'color'], '"red;background:url(x)"', 'scheme.labels[0].color'],
    [
      ['cases', 0, 'structures', 0, 'surface', 'nsd', 0, 'value'],
      '1e400',
      'structures[0].surface.nsd[0].value',
    ],
    [['cases', 0, 'pairs', 0, 'shapePart'], '1e400', 'pairs[0].shapePart'],
    [['cases', 0, 'pairs', 0, 'regionCurves', 'grow', 'dice'], '[1]', 'regionCurves.grow'],
  ] as const)('with %j = %s is refused by %s', async (path, by, detail) => {
    expect(await openScores(replaced([...path], by))).toMatchObject({
      ok: false,
      problem: { code: 'bad-scores-file', facts: { detail: expect.stringContaining(detail) } },
    });
  });

  test('with a kind of warning of a later version opens without it', async () => {
    const opened = await openScores(replaced(['cases', 0, 'geometry', 'warnings', 0, 'kind'], '"toString"'));
    expect(opened.ok && opened.value.results['one\nunet'].warnings).toEqual(
      scoresFile().cases[0].geometry.warnings.slice(1),
    );
  });

  test('with the same answer twice is refused, whatever stands between', async () => {
    const file = scoresFile();
    const others = Array.from({ length: 40 }, (_, index) => ({ ...file.cases[0], case: `c${index}` }));
    const twice = { ...file, cases: [...file.cases, ...others, ...file.cases] };
    expect(await openScores(twice)).toMatchObject({
      ok: false,
      problem: { facts: { detail: 'cases[41]: one, unet for the second time' } },
    });
  });

  test('whose failures name no case tells them as problems, not as a case without a name', async () => {
    const failures = [
      { case: '', model: '', file: 'x', code: 'unreadable-file', message: 'Not read.' },
      { case: 'two', model: 'unet', file: 'y', code: 'not-gzip', message: 'No gzip.' },
    ];
    const opened = await openScores({ ...scoresFile(), failures });
    expect(opened.ok && Object.keys(opened.value.failures)).toEqual(['two\nunet']);
    expect(opened.ok && opened.value.problems).toMatchObject([{ code: 'failed-before', file: 'x' }]);
  });

  test.each([
    ['of 100,000 brackets', `{"format":"regionlens.scores","session":${'['.repeat(100_000)}`],
    ['of 100,000 brackets in a case', `{"format":"regionlens.scores","cases":[${'['.repeat(100_000)}`],
  ])('%s is refused', async (_, text) => {
    expect(await openScores(text)).toMatchObject({
      ok: false,
      problem: { code: 'bad-scores-file', facts: { detail: 'more than 100 levels' } },
    });
  });

  test.each([
    '{"format":"regionlens.scores","version":1,"cases":[',
    '[',
    '',
    JSON.stringify({ ...scoresFile(), cases: ['@'] }).replace('"@"', ','),
    JSON.stringify(scoresFile()).replace('}],"failures"', '},],"failures"'),
    '"cases":[',
  ])('cut or malformed as %j is no JSON', async (text) => {
    expect(await openScores(text)).toMatchObject({ ok: false, problem: { code: 'bad-json' } });
  });

  test('of 400 cases and 20 MB is read in parts, with its scheme behind the cases', async () => {
    const { cases, ...head } = scoresFile();
    const { case: _, ...one } = cases[0];
    // One blob for all of them, as a file on a disk takes no memory.
    const filler = `"filler":[${Array.from({ length: 5000 }, () => '0.12345678').join(',')}]`;
    const shared = new Blob([`${JSON.stringify(one).slice(1, -1)},${filler}}`]);
    const parts = Array.from({ length: 400 }, (_, index) => [
      `${index > 0 ? ',' : ''}{"case":"c${index}",`,
      shared,
    ]);
    const blob = new Blob(['{"cases":[', ...parts.flat(), `],${JSON.stringify(head).slice(1)}`]);
    const seen: number[] = [];
    const opened = await readScores('large.json', blob, ({ results }, total) => {
      expect(total).toBe(400);
      seen.push(Object.keys(results).length);
    });
    expect(opened.ok).toBe(true);
    expect(Math.max(...seen)).toBe(25);
    expect(seen.reduce((sum, count) => sum + count, 0)).toBe(400);
    expect(blob.size).toBeGreaterThan(20e6);
  }, 60_000);

  test('ends when it is cancelled', async () => {
    const cancelled = AbortSignal.abort(new DOMException('cancelled', 'AbortError'));
    await expect(readScores('a.json', new Blob(['{}']), () => {}, cancelled)).rejects.toThrow('cancelled');
  });
});

test('a document that is split says what the whole one says', async () => {
  const documents = fc.record({
    before: fc.jsonValue(),
    '"cases\\': fc.string(),
    text: fc.constantFrom('cases', '"cases":[', '\\'),
    cases: fc.array(fc.jsonValue({ maxDepth: 4 })),
    after: fc.jsonValue({ maxDepth: 3 }),
    nested: fc.record({ cases: fc.array(fc.jsonValue({ maxDepth: 2 })) }),
  });
  await fc.assert(
    fc.asyncProperty(documents, fc.constantFrom(0, 1, 4), async (document, indent) => {
      const text = JSON.stringify(document, null, indent);
      const items: unknown[] = [];
      const { rest, count } = await splitJson(blobPieces(new Blob([text])), 'cases', (item) =>
        items.push(JSON.parse(item)),
      );
      expect(items).toEqual(JSON.parse(text).cases);
      expect(count).toBe(items.length);
      expect(JSON.parse(rest)).toEqual({ ...JSON.parse(text), cases: [] });
    }),
  );
});

test('the name of the list may be written in numbers', async () => {
  const text = '{"c\\u0061ses":[1,2],"z":3}';
  const items: string[] = [];
  const split = await splitJson(blobPieces(new Blob([text])), 'cases', (item) => items.push(item));
  expect(items).toEqual(['1', '2']);
  expect(JSON.parse(split.rest)).toEqual({ cases: [], z: 3 });
});

test('pieces may end anywhere', async () => {
  const text = '{"é":"cases","cases" : [ {"a":"\\"]"} , [1,{"b":"ü🧠\\\\"}],"x" ] ,"z":[1,2]}';
  const bytes = new TextEncoder().encode(text);
  for (let size = 1; size <= bytes.length; size++) {
    async function* pieces() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    }
    const items: unknown[] = [];
    const split = splitJson(pieces(), 'cases', (item) => items.push(JSON.parse(item)));
    expect(JSON.parse((await split).rest)).toEqual({ é: 'cases', cases: [], z: [1, 2] });
    expect(items).toEqual([{ a: '"]' }, [1, { b: 'ü🧠\\' }], 'x']);
  }
});

test('545 MB, more than one text can hold, are split without being held', async () => {
  const item = new TextEncoder().encode(`{"number":0.12345678,"text":"${'letters '.repeat(12_000)}"},`);
  const count = Math.ceil(545e6 / item.length);
  async function* pieces() {
    yield new TextEncoder().encode('{"cases":[');
    for (let index = 0; index < count; index++) yield item;
    yield new TextEncoder().encode('{}],"last":1}');
  }
  const memoryBefore = process.memoryUsage().rss;
  let letters = 0;
  const split = await splitJson(pieces(), 'cases', (text) => {
    letters += text.length;
  });
  expect(split).toEqual({ rest: '{"cases":[],"last":1}', count: count + 1 });
  expect(letters).toBe((item.length - 1) * count + 2);
  expect(letters).toBeGreaterThan(constants.MAX_STRING_LENGTH);
  expect(process.memoryUsage().rss - memoryBefore).toBeLessThan(300e6);
});
