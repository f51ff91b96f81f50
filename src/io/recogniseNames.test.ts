import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recognition } from '../domain/recognition';
import { applyOverrides } from './applyOverrides';
import { nameMatcher } from './recognise/matchNames';
import { ids, isComplete, recognise } from './testRecognition';

const roleWords = ['label', 'img', 'image', 'segmentation', 'volume', 'prediction', 'case', 'mask', 'pred'];
const otherWords = ['pat', 'study7', 'Müller', 'tumour', 'ABC', '病例'];
const separators = ['', '-', '_', '.', ' '];

const numbersOf = (minLength: number) =>
  fc.uniqueArray(fc.integer({ min: 0, max: 9999 }), { minLength, maxLength: 6 });

/** How one folder writes the number of a case: "img-0061_seg". */
interface Writing {
  before: string;
  after: string;
  width: number;
}

const mapEnds = ['', '_seg', '_mask', '_label'];

function writing(
  words: readonly string[],
  width: fc.Arbitrary<number>,
  ends: readonly string[] = [...mapEnds, '-pred', '_orig'],
): fc.Arbitrary<Writing> {
  return fc
    .record({
      word: fc.constantFrom('', ...words),
      separator: fc.constantFrom(...separators),
      after: fc.constantFrom(...ends),
      width,
    })
    .map(({ word, separator, after, width: digits }) => {
      // A word that ends in a digit needs a separator before the number.
      const between = /\d$/.test(word) && separator === '' ? '-' : separator;
      return { before: word === '' ? '' : word + between, after, width: digits };
    });
}

const writers = (words: readonly string[], width: fc.Arbitrary<number>) => [
  writing(words, width, mapEnds),
  writing(words, width),
];

const digitsOf = (n: number, { width }: Writing) => String(n).padStart(width, '0');

function cohort(cases: readonly number[], reference: Writing, prediction: Writing): Recognition {
  const name = (n: number, how: Writing) => how.before + digitsOf(n, how) + how.after;
  return recognise([
    ...cases.map((n) => `d/labels/${name(n, reference)}.nii.gz`),
    ...cases.map((n) => `d/predictions_unet/${name(n, prediction)}.nii.gz`),
  ]);
}

describe('names that differ between folders', () => {
  it('overlooks words that say what a file is, whatever they are, and does not ask', () => {
    const [reference, prediction] = writers(roleWords, fc.constant(4));
    fc.assert(
      fc.property(numbersOf(1), reference, prediction, (cases, references, predictions) => {
        const found = cohort(cases, references, predictions);
        expect(found.cohort.cases, ids(found).join()).toHaveLength(cases.length);
        expect(isComplete(found)).toBe(true);
        expect(found.isGuess).toBe(false);
      }),
    );
  });

  it('finds numbers that are padded otherwise behind words of any kind, and asks', () => {
    const [reference, prediction] = writers([...roleWords, ...otherWords], fc.constantFrom(1, 3, 5));
    fc.assert(
      fc.property(numbersOf(2), reference, prediction, (cases, references, predictions) => {
        const found = cohort(cases, references, predictions);
        expect(found.cohort.cases, ids(found).join()).toHaveLength(cases.length);
        expect(isComplete(found)).toBe(true);
        const isPadded = cases.some((n) => digitsOf(n, references) !== digitsOf(n, predictions));
        if (isPadded) expect(found.isGuess).toBe(true);
      }),
    );
  });

  it('joins every prediction to the reference of its own number', () => {
    const [reference, prediction] = writers([...roleWords, ...otherWords], fc.constantFrom(1, 3, 5));
    fc.assert(
      fc.property(numbersOf(2), reference, prediction, (cases, references, predictions) => {
        const numberOf = (path: string) => Number(/(\d+)\D*$/.exec(path.split('.nii')[0])![1]);
        for (const item of cohort(cases, references, predictions).cohort.cases) {
          expect(numberOf(item.predictions[0].labelMap!)).toBe(numberOf(item.reference!));
        }
      }),
    );
  });

  it('never matches a name that fits two, nor two names to one', () => {
    const name = fc
      .tuple(fc.constantFrom('', 'img', 'label', 'a_', 'b-'), fc.constantFrom('1', '01', '2', '12'))
      .map((parts) => parts.join(''));
    const names = fc.uniqueArray(name, { maxLength: 6 }).map((list) => new Set(list));
    fc.assert(
      fc.property(names, names, (predictions, references) => {
        const matches = nameMatcher([references])(predictions);
        const matched = [...matches.values()].map((match) => match.name);
        const exact = [...predictions].filter((one) => references.has(one));
        expect(new Set([...matched, ...exact]).size).toBe(matched.length + exact.length);
        const digits = (one: string) => Number(/\d+$/.exec(one)![0]);
        for (const [from, { name: to, without }] of matches) {
          expect(digits(to)).toBe(digits(from));
          if (without !== 'role-words') continue;
          const others = [...references].filter(
            (one) => one.replace(/^(img|label)/, '') === from.replace(/^(img|label)/, ''),
          );
          expect(others).toEqual([to]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads a folder of volumes and segmentations (LiTS), with predictions named as either', () => {
    for (const word of ['volume', 'segmentation', 'prediction']) {
      const found = recognise([
        ...[0, 1, 10].flatMap((n) => [`lits/volume-${n}.nii`, `lits/segmentation-${n}.nii`]),
        ...[0, 1, 10].map((n) => `unet/${word}-${n}.nii`),
      ]);
      expect(isComplete(found), word).toBe(true);
      expect(found.cohort.cases.map(({ images }) => images.length)).toEqual([1, 1, 1]);
      expect(found.cohort.models).toEqual(['unet']);
    }
  });

  it('takes "label0061" for a case and "label_1" beside "label_2" of a subject for structures', () => {
    expect(
      isComplete(recognise(['label/label1.nii', 'label/label2.nii', 'pred/img1.nii', 'pred/img2.nii'])),
    ).toBe(true);
    const masks = ['gt', 'predictions_u'].flatMap((side) => [1, 2].map((n) => `${side}/s1/label_${n}.nii`));
    expect(recognise(masks).cohort.cases).toMatchObject([
      { id: 's1', referenceRaw: { kind: 'region-masks' } },
    ]);
  });
});

describe('folders of cases', () => {
  const caseIds = fc.uniqueArray(fc.constantFrom('case_00000', 'p7', 'BraTS20_Training_355', 'sub-01'), {
    minLength: 1,
  });

  it('takes the only label map for the reference whatever it is called, and asks', () => {
    const odd = fc.constantFrom('W39_1998.09.19_Segm', 'roi', 'contour final', 'annotated_by_me', '勾画');
    const image = fc.constantFrom('imaging', 't1ce', '<case>_flair', 'ct');
    fc.assert(
      fc.property(caseIds, odd, image, fc.boolean(), (cases, map, picture, hasImages) => {
        const found = recognise(
          cases.flatMap((id) => [
            ...(hasImages ? [`data/${id}/${picture.replace('<case>', id)}.nii.gz`] : []),
            `data/${id}/${map}.nii.gz`,
            `predictions_unet/${id}.nii.gz`,
          ]),
        );
        expect(ids(found).sort()).toEqual([...cases].sort());
        expect(isComplete(found)).toBe(true);
        expect(found.cohort.cases.every(({ images }) => images.length === (hasImages ? 1 : 0))).toBe(true);
        expect(found.isGuess).toBe(true);
      }),
    );
  });

  const raters = [
    ['aggregated_AND_seg', 'aggregated_MAJ_seg', 'aggregated_OR_seg'],
    ['lesion-manual-rater1', 'lesion-manual-rater2'],
    ['seg_expert_1', 'seg_expert_2', 'consensus'],
  ];

  it.each(raters.map((names) => [names]))('offers %j to choose from, one of them as a guess', (names) => {
    const paths = ['c1', 'c2'].flatMap((id) => [
      `data/${id}/imaging.nii.gz`,
      ...names.map((name) => `data/${id}/${name.startsWith('agg') ? '' : `${id}_`}${name}.nii.gz`),
      `predictions_unet/${id}.nii.gz`,
    ]);
    const found = recognise(paths);
    expect(ids(found)).toEqual(['c1', 'c2']);
    const agreed = names.find((name) => /MAJ|consensus/.test(name)) ?? names[0];
    expect(found.cohort.cases[0].reference).toContain(agreed);
    expect(found.isGuess).toBe(true);
    const rows = found.sources.filter(({ folder }) => names.some((name) => folder.includes(name.slice(-8))));
    expect(rows.map(({ role }) => role).sort()).toEqual([
      ...names.slice(1).map(() => 'left-out'),
      'reference',
    ]);
    const other = rows.find(({ role }) => role === 'left-out')!;
    const chosen = choose(found, other.key);
    expect(chosen.cohort.cases[0].reference).not.toContain(agreed);
    expect(chosen.isGuess).toBe(false);
    expect(chosen.problems).toEqual([]);
  });

  function choose(found: Recognition, key: string): Recognition {
    return applyOverrides(found, { roles: { [key]: 'reference' }, modelNames: {} });
  }

  it('takes whole numbers in imagesTr for cases where labelsTr has them and no channel 0 exists', () => {
    const files = (images: string[]) =>
      recognise([
        ...images.map((name) => `imagesTr/${name}.nii.gz`),
        ...['p_0001', 'p_0002'].flatMap((id) => [`labelsTr/${id}.nii.gz`, `predictions_u/${id}.nii.gz`]),
      ]).cohort.cases.map(({ id, images: pictures }) => [id, pictures.length]);
    expect(files(['p_0001', 'p_0002'])).toEqual([
      ['p_0001', 1],
      ['p_0002', 1],
    ]);
    expect(files(['p_0001_0000', 'p_0002_0000', 'p_0002_0001'])).toEqual([
      ['p_0001', 1],
      ['p_0002', 2],
    ]);
  });
});
