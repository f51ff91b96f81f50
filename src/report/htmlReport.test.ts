import { describe, expect, test } from 'vitest';
import { findingsOf } from '../derived/caseFindings';
import { gapAnswer } from '../domain/gapAnswer';
import type { LabelScheme } from '../domain/labelScheme';
import { inkOf } from '../domain/palette';
import type { AnswerResult } from '../domain/results';
import { scoresAt } from '../domain/scoreKinds';
import { caseScores } from '../kernels/caseScores';
import { scoresOfReport } from '../scoresFile/scoresOfReport';
import { ink } from './figures/svgText';
import { htmlReport } from './htmlReport';
import { type ReportContent, reportSections } from './reportContent';

const evil = '</script><script>alert("1")</script>&';
const scheme: LabelScheme = {
  name: evil,
  labels: [
    { value: 1, name: 'rim' },
    { value: 2, name: 'core', color: '#123456"><b>' },
  ],
  regions: [
    { name: 'whole', labels: [1, 2] },
    { name: 'inner', labels: [2] },
  ],
  regionsClassOrder: [1, 2],
  ignoreLabel: null,
};
const result: AnswerResult = {
  caseId: 'one',
  model: evil,
  reference: { file: 'reference', bytes: 1 },
  prediction: { file: 'prediction', bytes: 1 },
  shape: [4, 5, 5],
  spacingMm: [1, 1, 2],
  warnings: [],
  confusion: {
    labels: [0, 1, 2],
    counts: [
      [70, 2, 1],
      [3, 10, 2],
      [0, 4, 8],
    ],
  },
};
const scores = caseScores(result, scheme, { profile: 'nnunet', lesionProfile: 'gli-2023', tauMm: null });
const interval = { low: 0.1, high: 0.2 };
const cell = { mean: 0.8, interval, used: 1, bothEmpty: 0, missed: 0, hallucinated: 0, missing: 0, total: 1 };
const part = { mean: 0.05, interval };
const [whole, inner] = scores.structures.map(({ structure }) => structure);
const json = JSON.stringify({ format: 'regionlens.scores', note: evil });

const content: ReportContent = {
  language: 'en',
  title: `Report ${evil}`,
  madeOn: '2026-11-23',
  producer: 'RegionLens 0.1.0',
  sections: reportSections,
  scheme,
  models: [evil],
  caseCount: 1,
  excludedCount: 1,
  methods: {
    producer: 'RegionLens 0.1.0',
    scheme,
    profile: 'nnunet',
    lesionProfile: 'gli-2023',
    tauMm: null,
    models: [evil],
    caseCount: 1,
    pairCount: 1,
    excludedCount: 1,
    reorientedCount: 0,
    flatCount: 0,
    headersApartCount: 0,
    hasSurfaces: false,
    hasLesions: false,
    hasDistances: false,
    reconstructionCount: 0,
    statistics: { confidence: 0.95, resamples: 2000, seed: 1 },
  },
  summaries: [
    {
      model: evil,
      structures: [
        {
          structure: whole,
          present: 3,
          both: 2,
          found: 2,
          missed: 1,
          extra: 1,
          sizes: [
            { dimensions: 3, cases: 2, reference: 20.5, offBy: 1.25 },
            { dimensions: 2, cases: 1, reference: 3.5, offBy: 0.25 },
          ],
          hd95Mm: 3.5,
          lesions: { found: 4, missed: 2, extra: 1 },
        },
      ],
    },
  ],
  means: [
    {
      metric: scoresAt('means')[0],
      rows: [{ model: evil, cells: [cell, cell, cell, { ...cell, mean: Number.NaN }] }],
      unlike: { least: 1, most: 3 },
    },
  ],
  gaps: [
    {
      region: whole,
      label: inner,
      model: evil,
      cases: 1,
      gap: { mean: 0.15, interval },
      parts: { shared: part, child: part, relieved: part },
      dominant: { shared: 1, child: 0, relieved: 0, none: 0 },
      shapeAlone: 1,
      judged: 1,
    },
  ],
  gapCharts: [
    {
      region: whole,
      label: inner,
      series: [
        {
          model: evil,
          points: Array.from({ length: 6 }, (_, index) => ({
            gap: index / 10 - 0.1,
            size: index,
            dimensions: 3,
          })),
        },
      ],
    },
  ],
  rows: [{ case: 'one', model: evil, isExcluded: true, scores }],
  failures: [{ case: 'two', model: evil, message: evil }],
  verdicts: [{ case: 'one', model: evil, verdict: 'unexplained', sentences: [evil] }],
  notes: [{ case: 'one', mark: 'excluded', note: evil }],
  scenes: [
    {
      caption: evil,
      case: 'one',
      model: evil,
      findings: findingsOf(scores, 'label:2'),
      remark: evil,
      slice: {
        plane: 'sagittal',
        sideDoubt: null,
        slice: 2,
        sliceCount: 4,
        counted: 0,
        width: 20,
        height: 30,
        pixelMm: [1, 2],
        grey: 'data:image/png;base64,CCCC',
        layers: [{ name: evil, png: 'data:image/png;base64,DDDD', legend: [{ name: evil, color: '#fff' }] }],
      },
      noPicture: null,
    },
    {
      caption: 'later',
      case: 'gone',
      model: evil,
      findings: null,
      remark: null,
      slice: null,
      noPicture: evil,
    },
  ],
  pages: [
    {
      case: 'one',
      model: evil,
      warnings: [evil],
      scores,
      noPictures: null,
      overview: {
        plane: 'axial',
        sideDoubt: 'contradicting',
        slice: 3,
        sliceCount: 5,
        counted: 7,
        width: 20,
        height: 30,
        pixelMm: [1, 2],
        grey: 'data:image/png;base64,AAAA',
        layers: [{ name: evil, png: 'data:image/png;base64,BBBB', legend: [{ name: evil, color: '#fff' }] }],
      },
      pair: { scores: scores.pairs[0], slice: null },
      answers: scores.pairs.map((paired) => gapAnswer(scores, paired)),
      verdict: [evil],
      note: evil,
    },
  ],
  scores: [json.slice(0, 20), json.slice(20)],
};

const written = (change: Partial<ReportContent> = {}) => [...htmlReport({ ...content, ...change })].join('');

describe('a report', () => {
  test('lets no name, note or colour out of its place', () => {
    const html = written();
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    expect(html.includes('alert("1")')).toBe(false);
    expect(html.includes('<b>"')).toBe(false);
    expect(html.includes('#123456"')).toBe(false);
  });

  test('forbids itself every request and every script', () => {
    const [policy] = /Content-Security-Policy" content="([^"]+)"/.exec(written())!.slice(1);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script-src|https?:/);
  });

  test('has no address but its anchors and its data', () => {
    const addresses = [...written().matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(5);
    expect(addresses.filter((address) => !/^(#[\w-]+|data:image\/png;base64,\w+)$/.test(address))).toEqual(
      [],
    );
  });

  test('every anchor and every shared picture leads somewhere', () => {
    const html = written();
    for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`);
  });

  test('holds the chosen sections only, in their order', () => {
    const html = written({ sections: ['cases', 'methods'] });
    const heads = [...html.matchAll(/<h2 id="(\w+)"/g)].map(([, id]) => id);
    expect(heads).toEqual(['methods', 'cases']);
    expect(html.includes('<script')).toBe(false);
  });

  test('leaves out sections that have nothing to say', () => {
    const html = written({ scenes: [], notes: [], verdicts: [], pages: [], gaps: [], scores: [] });
    const heads = [...html.matchAll(/<h2 id="(\w+)"/g)].map(([, id]) => id);
    expect(heads).toEqual(['summary', 'methods', 'means', 'cases']);
  });

  test('gives its scores back letter by letter', async () => {
    const carried = await scoresOfReport('report.html', written());
    expect(JSON.parse((await carried?.text()) ?? '')).toEqual(JSON.parse(json));
    expect(await scoresOfReport('other.html', '<html></html>')).toBeNull();
  });

  test('says in words what was found, missed and extra', () => {
    const html = written();
    expect(html.includes('found it in 2 and missed it in 1.')).toBe(true);
    expect(html.includes('It marked whole in 1 case that has none.')).toBe(true);
    expect(
      html.includes('The volume is off by 1.25 mL in the median, where the reference has 20.50 mL.'),
    ).toBe(true);
    expect(
      html.includes(
        'Lesions in the reference: 6; found, which is to say touched, 4, missed 2; marked where there is none: 1.',
      ),
    ).toBe(true);
    expect(html).toContain(
      'inner scores 0.150 below whole on average (95 % interval 0.100 to 0.200, n = 1).',
    );
    expect(html).toContain('Not all of these means are of the same cases (n = 1 to 3)');
  });

  test('a case page says why a structure has no score', () => {
    const counts = [
      [76, 2, 0],
      [3, 19, 0],
      [0, 0, 0],
    ];
    const empty = { ...result, confusion: { labels: [0, 1, 2], counts } };
    const without = caseScores(empty, scheme, scores.convention, null);
    const [page] = content.pages;
    const words = '– <small>neither map holds it</small>';
    expect(written({ sections: ['casePages'] })).not.toContain(words);
    const told = written({ sections: ['casePages'], pages: [{ ...page, scores: without }] });
    // The inner region and the label of the same voxels.
    expect(told.split(words)).toHaveLength(3);
  });

  test('draws nothing on white paper that is too pale to be seen', () => {
    const html = written({});
    expect(html).toMatch(/\.swatch \{[^}]*border: 0\.15mm solid #6b7280/);
    const figures = [...html.matchAll(/<figure.*?<\/figure>|<div class="pair-\w+">.*?<\/svg>/gs)].map(
      ([text]) => text,
    );
    const marks = figures.flatMap((text) =>
      [...text.matchAll(/<(?:rect|circle|polyline|line) [^>]*>/g)].map(([mark]) => mark),
    );
    const colors = marks.flatMap((mark) => /stroke="(#[\da-f]{6})"/.exec(mark)?.[1] ?? []);
    expect(new Set(colors).size).toBeGreaterThan(2);
    for (const color of colors) if (color !== ink.line) expect(inkOf(color)).toBe(color);
    const pale = marks.filter((mark) => {
      const fill = /fill="(#[\da-f]{6})"/.exec(mark)?.[1];
      return fill !== undefined && inkOf(fill) !== fill;
    });
    expect(pale.length).toBeGreaterThan(0);
    for (const mark of pale) expect(mark).toContain('stroke="#6b7280"');
  });

  test('marks a mean as the legend marks its model, also where another model has no scores', () => {
    const rows = [{ model: 'second', cells: [cell, cell, cell, cell] }];
    const means = [{ metric: scoresAt('means')[0], rows, unlike: null }];
    expect(written({ means })).not.toContain('Not all of these means');
    const figureOf = (models: string[]) => /<figure.*?<\/figure>/s.exec(written({ means, models }))?.[0];
    expect(figureOf(['first', 'second'])).toBe(figureOf(['second']));
  });

  test('tells of each scene its volumes before its Dice, and why one has no picture', () => {
    const html = written({ sections: ['scenes'] });
    const facts = [...html.matchAll(/<dt>([^<]+)<\/dt><dd>([^<]+)<\/dd>/g)].map(([, name, value]) => [
      name,
      value,
    ]);
    const first = facts.findIndex(([name]) => name === 'Missed');
    expect(facts[first]).toEqual(['Missed', '0.01 mL']);
    expect(facts.at(-1)?.[0]).toBe('Dice');
    expect(html).toContain('one · </script>'.replace('<', '&lt;').replace('>', '&gt;'));
    expect(html).toContain('Sagittal slice 3 of 4');
    expect(html).toContain('This case has no scores yet.');
  });

  test('is written in Chinese, too, without a leftover placeholder', () => {
    const html = written({ language: 'zh' });
    expect(html.includes('<html lang="zh-CN">')).toBe(true);
    expect(html.includes('区域与标签得分不同的原因')).toBe(true);
    expect(html.match(/\{\{|report\.\w+|NaN|undefined/g)).toBeNull();
  });
});

test('scores that were packed are unpacked, and damaged ones are told from none', async () => {
  const text = '{"format":"regionlens.scores","cases":[]}';
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  const gzip = Buffer.from(await new Response(stream).arrayBuffer()).toString('base64');
  const report = (base64: string) =>
    `<p></p><script type="application/json" id="regionlens-scores">{"format":"regionlens.scores.gzip","base64":"${base64}"}</script>`;
  expect(await (await scoresOfReport('report.html', report(gzip)))?.text()).toBe(text);
  await expect(scoresOfReport('report.html', report(gzip.slice(0, 24)))).rejects.toThrow(/gzip/);
});
