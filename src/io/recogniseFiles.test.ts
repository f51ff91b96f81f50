import { describe, expect, it } from 'vitest';
import { recogniseCohort } from './recogniseCohort';
import { codes, ids, isComplete, recognise } from './testRecognition';

describe('region masks and raw regions', () => {
  const masks = (stem: string) => ['WT', 'TC', 'ET'].map((region) => `${stem}_${region}.nii.gz`);

  it('gathers one file per region', () => {
    const recognition = recognise([
      'x/gt/c1.nii.gz',
      'x/gt/c2.nii.gz',
      ...masks('x/predictions_r/c1'),
      ...masks('x/predictions_r/c2'),
    ]);
    expect(ids(recognition)).toEqual(['c1', 'c2']);
    expect(recognition.cohort.cases[0].predictions).toEqual([
      {
        model: 'r',
        raw: {
          kind: 'region-masks',
          masks: ['ET', 'TC', 'WT'].map((region) => ({
            region,
            path: `x/predictions_r/c1_${region}.nii.gz`,
          })),
        },
      },
    ]);
  });

  it('gathers masks named by their region alone in a folder per case', () => {
    const recognition = recognise([
      'gt/c1.nii',
      'predictions/m/c1/WT.nii',
      'predictions/m/c1/tumor core.nii',
    ]);
    expect(ids(recognition)).toEqual(['c1']);
    expect(recognition.cohort.cases[0].predictions).toMatchObject([
      { model: 'm', raw: { kind: 'region-masks', masks: [{ region: 'WT' }, { region: 'tumor core' }] } },
    ]);
  });

  it('gathers one folder per region, and the label map beside them', () => {
    const recognition = recognise([
      'x/gt/c1.nii.gz',
      'x/predictions/m/c1.nii.gz',
      'x/predictions/m/whole_tumor/c1.nii.gz',
      'x/predictions/m/tumor_core/c1.nii.gz',
    ]);
    expect(recognition.cohort.cases[0].predictions).toEqual([
      {
        model: 'm',
        labelMap: 'x/predictions/m/c1.nii.gz',
        raw: {
          kind: 'region-masks',
          masks: [
            { region: 'tumor_core', path: 'x/predictions/m/tumor_core/c1.nii.gz' },
            { region: 'whole_tumor', path: 'x/predictions/m/whole_tumor/c1.nii.gz' },
          ],
        },
      },
    ]);
  });

  it('knows the region names of dataset.json', () => {
    const texts = {
      'dataset.json': '{"labels": {"organ (all)": [1, 2], "spot": 2}, "regions_class_order": [1, 2]}',
    };
    const paths = ['dataset.json', 'gt/c.nii', 'predictions_m/c_organ (all).nii', 'predictions_m/c_spot.nii'];
    const [one] = recognise(paths, texts).cohort.cases;
    expect(one.predictions[0].raw).toMatchObject({ masks: [{ region: 'organ (all)' }, { region: 'spot' }] });
  });

  it('takes region masks for a reference where that is all there is', () => {
    const recognition = recognise([...masks('x/gt/c1'), 'x/predictions_m/c1.nii.gz']);
    expect(recognition.cohort.cases).toHaveLength(1);
    expect(recognition.cohort.cases[0].referenceRaw).toMatchObject({ kind: 'region-masks' });
    expect(codes(recognition)).toEqual([]);
  });

  it('leaves a name alone that ends like a region but has no sibling', () => {
    expect(ids(recognise(['gt/case_ET.nii', 'predictions/m/case_ET.nii']))).toEqual(['case_ET']);
  });

  it('takes 4D files and probability folders for raw regions by their names', () => {
    const recognition = recognise([
      'gt/c1.nii.gz',
      'predictions/a/c1.nii.gz',
      'predictions/a/c1_probabilities.nii.gz',
      'predictions/b/c1.nii.gz',
      'predictions/b/softmax/c1.nii.gz',
    ]);
    expect(recognition.cohort.cases[0].predictions).toEqual([
      {
        model: 'a',
        labelMap: 'predictions/a/c1.nii.gz',
        raw: { kind: 'channels', path: 'predictions/a/c1_probabilities.nii.gz' },
      },
      {
        model: 'b',
        labelMap: 'predictions/b/c1.nii.gz',
        raw: { kind: 'channels', path: 'predictions/b/softmax/c1.nii.gz' },
      },
    ]);
  });
});

describe('files of every kind', () => {
  it('joins .hdr and .img, .mhd and .raw to one volume', () => {
    const recognition = recognise([
      'gt/a.hdr',
      'gt/a.img',
      'predictions_x/a.mhd',
      'predictions_x/a.raw',
      'predictions_y/a.nrrd',
      'predictions_z/a.mgz',
    ]);
    expect(isComplete(recognition)).toBe(true);
    expect(recognition.cohort.unclaimed).toEqual([]);
    expect(recognition.companions.get('gt/a.hdr')?.path).toBe('gt/a.img');
    expect(recognition.companions.get('predictions_x/a.mhd')?.path).toBe('predictions_x/a.raw');
  });

  it('counts hidden files quietly and lists what nobody took', () => {
    const recognition = recognise([
      'x/.DS_Store',
      '__MACOSX/x/gt/._a.nii',
      'x/gt/._a.nii',
      'x/Thumbs.db',
      'x/gt/a.nii',
      'x/predictions_m/a.nii',
      'x/notes.txt',
      'x/atlas/mni152.nii',
    ]);
    expect(recognition.hiddenCount).toBe(4);
    expect(recognition.cohort.unclaimed).toEqual(['x/atlas/mni152.nii', 'x/notes.txt']);
    expect(ids(recognition)).toEqual(['a']);
  });

  it('matches names with spaces, umlauts in either Unicode form, and Chinese characters', () => {
    const name = 'Müller 病例 三 (1)';
    const recognition = recognise([
      `数据/参考标注/${name.normalize('NFD')}.nii.gz`,
      `数据/预测/模型 甲/${name.normalize('NFC')}.nii.gz`,
    ]);
    expect(ids(recognition)).toEqual([name.normalize('NFC')]);
    expect(recognition.cohort.models).toEqual(['模型 甲']);
    expect(recognition.cohort.cases[0].reference).toBe(`数据/参考标注/${name.normalize('NFD')}.nii.gz`);
    expect(isComplete(recognition)).toBe(true);
  });

  it('reports a reference that lies there twice, and cases without reference or prediction', () => {
    const recognition = recognise([
      'gt/a.nii',
      'gt/a.nii.gz',
      'gt/b.nii.gz',
      'predictions_m/a.nii.gz',
      'predictions_m/c.nii.gz',
    ]);
    expect(recognition.problems.map(({ code, file, caseId }) => [code, file, caseId])).toEqual([
      ['duplicate-case', 'gt/a.nii.gz', 'a'],
      ['missing-prediction', 'gt/b.nii.gz', 'b'],
      ['missing-reference', 'predictions_m/c.nii.gz', 'c'],
    ]);
  });

  it('recognises nothing in a folder without volumes, and lists its files', () => {
    const paths = Array.from({ length: 10_000 }, (_, n) => `photos/img${n}.jpg`);
    const { cohort } = recognise(paths);
    expect(cohort.cases).toEqual([]);
    expect(cohort.unclaimed).toHaveLength(10_000);
  });

  it('sorts cases as a person counts', () => {
    expect(ids(recognise(['gt/p10.nii', 'gt/p9.nii', 'gt/p100.nii']))).toEqual(['p9', 'p10', 'p100']);
  });

  it('never changes what it recognises with the order of the files', () => {
    const paths = ['x/anna/1.nii', 'x/ben/1.nii', 'x/ben/2.nii', 'x/anna/2.nii', 'x/scan/1_0000.nii'];
    const forwards = recognise(paths);
    const backwards = recognise([...paths].reverse());
    expect(backwards.sources).toEqual(forwards.sources);
    expect(backwards.cohort.models).toEqual(forwards.cohort.models);
  });
});

describe('long lists', () => {
  const layouts: [string, (n: number) => string[]][] = [
    [
      'nnU-Net',
      (n) => [
        `d/imagesTr/c_${n}_0000.nii.gz`,
        `d/imagesTr/c_${n}_0001.nii.gz`,
        `d/labelsTr/c_${n}.nii.gz`,
        `d/predictions_a/c_${n}.nii.gz`,
        `d/predictions_a/c_${n}.npz`,
      ],
    ],
    [
      'BraTS',
      (n) => [
        ...['t1c', 't1n', 't2w', 'seg'].map((part) => `d/B-${n}-000/B-${n}-000-${part}.nii.gz`),
        `team/B-${n}-000.nii.gz`,
      ],
    ],
    [
      'region masks',
      (n) => [
        `gt/c${n}.nii`,
        ...['WT', 'TC', 'ET', 'RC'].map((region) => `predictions_m/c${n}_${region}.nii`),
      ],
    ],
    ['flat folders', (n) => ['a', 'b', 'c', 'd', 'e'].map((folder) => `x/${folder}/müller_${n}.nii`)],
    [
      'unmatched predictions',
      (n) =>
        ['gt/', 'predictions_a/x', 'predictions_b/y', 'other/z', 'q/r/'].map(
          (start) => `${start}n_${n}_k.nii`,
        ),
    ],
  ];

  it.each(layouts)('recognises 50,000 names in under a second: %s', (_, filesOf) => {
    const files = Array.from({ length: 10_000 }, (_, n) => filesOf(n))
      .flat()
      .map((path) => ({ path, size: 1 }));
    expect(files).toHaveLength(50_000);
    // Processor time, which an idle machine's clock never exceeds, so that other processes do not count;
    // the best of three, as a busy machine also slows the cache down.
    const elapsedMs = [1, 2, 3].map(() => {
      const start = process.cpuUsage();
      expect(recogniseCohort(files, new Map()).cohort.cases.length).toBeGreaterThanOrEqual(10_000);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    });
    expect(Math.min(...elapsedMs)).toBeLessThan(1000);
  });
});
