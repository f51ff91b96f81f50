import { existsSync, readFileSync } from 'node:fs';
import { hasSampleCases, type SampleFigures } from './sampleCases';

/** For tests only: what the original programs gave on the sample data, by the names of the table of conventions. */

const folder = '../shared/reference';

export const hasConventionFigures = hasSampleCases && existsSync(`${folder}/panoptica-brats2026.json`);

/** A number of the figure files: "nan" and "inf" stand for the values of those names, null for none. */
export type Figure = number | 'nan' | 'inf' | null;

/** A case of one model, under a spacing that may not be that of its file. */
export interface FigureCase {
  dataset: SampleFigures['dataset'] | 'lumiere-nnunet';
  case: string;
  model: string;
  spacing_mm?: number[];
}

/** One number that the table has to hold. */
export interface ExpectedScore {
  convention: string;
  /** As in the table: ascending, separated by spaces. */
  labels: string;
  score: string;
  value: number;
  /** Relative, of numbers below 1 absolute. */
  tolerance: number;
}

interface Row {
  Labels: string;
  our_labels?: number[];
  Legacy_HD95_of_binary_masks?: Figure;
  n_reference_lesions_all?: number;
  GT_Complete_Volume: number;
  lesions?: { volume_mm3: number; dice: number }[];
  [figure: string]: unknown;
}

export type Region = Record<string, Figure> & {
  our_labels: number[];
  reference_instances: {
    sq_dsc?: number;
    sq_hd95?: number;
    sq_nsd?: number;
    volume: number;
    is_matched: number;
  }[];
};
type Regions = Record<string, Region>;
type Parsed = Record<string, Record<string, Record<string, Figure>>>;

interface Entries {
  of2023: (FigureCase & { profile: string; rows: Row[] })[];
  of2024: (FigureCase & { profile: string; rows: Row[]; legacy_script?: Row[] })[];
  of2026: (FigureCase & { regions: Regions; parsed: Parsed })[];
  anisotropic: (FigureCase & { as_official: Regions; axes_right: Regions; parsed: Parsed })[];
  ofKits: (FigureCase & {
    structures: Record<
      string,
      { our_labels: number[]; tolerance_mm: number; Dice: number; SurfaceDice: number }
    >;
  })[];
}

function allEntries(): Entries {
  if (!hasConventionFigures) return { of2023: [], of2024: [], of2026: [], anisotropic: [], ofKits: [] };
  const read = (name: string) => JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'));
  const { cases: of2026, anisotropic } = read('panoptica-brats2026');
  return {
    of2023: read('lesionwise-brats2023'),
    of2024: read('lesionwise-brats2024'),
    of2026,
    anisotropic,
    ofKits: read('kits2023').cases,
  };
}

const entries = allEntries();

export const numberOf = (figure: Figure): number =>
  figure === 'nan' || figure === null ? Number.NaN : figure === 'inf' ? Number.POSITIVE_INFINITY : figure;

function keyOf({ case: name, model, spacing_mm: spacing }: FigureCase): string {
  return `${name}, ${model}${spacing && new Set(spacing).size > 1 ? `, ${spacing.join(' × ')} mm` : ''}`;
}

/** All cases, models and spacings of which there are figures, each under its name. */
export const figureCases: [string, FigureCase][] = [
  ...new Map(
    Object.values(entries).flatMap((list: FigureCase[]) =>
      list.map((entry) => [keyOf(entry), entry] as const),
    ),
  ),
];

/** What the files say of one of them. */
export function figuresOf(key: string): Entries {
  const own = <Entry extends FigureCase>(list: Entry[]) => list.filter((entry) => keyOf(entry) === key);
  return {
    of2023: own(entries.of2023),
    of2024: own(entries.of2024),
    of2026: own(entries.of2026),
    anisotropic: own(entries.anisotropic),
    ofKits: own(entries.ofKits),
  };
}

export const labelsOfFigures: Record<string, number[]> = {
  ...{ WT: [1, 2, 3], TC: [1, 2], ET: [1], NETC: [2], SNFH: [3], ED: [3] },
};

const exact = 0;
const overlap = 1e-12;

/** Every number of BraTS that the table has to hold for one of the cases. */
export function expectedScores(key: string): ExpectedScore[] {
  const { of2023, of2024, of2026, anisotropic } = figuresOf(key);
  return [
    ...of2023.flatMap(({ profile, rows }) =>
      rows.flatMap((row) => ofRow(profile.replace('BraTS-', 'brats-2023-').toLowerCase(), row)),
    ),
    ...of2024.flatMap(({ profile, rows }) =>
      rows.flatMap((row) => ofRow(`brats-2024-${profile.replace('-2024', '')}`, row)),
    ),
    ...of2026.flatMap(({ parsed }) => ofParsed(parsed, 1e-9)),
    ...anisotropic.flatMap(({ parsed, axes_right }) => [
      ...ofParsed(parsed, 1e-6),
      ...Object.values(axes_right).flatMap(({ our_labels, sq_hd95, sq_nsd }) =>
        our_labels.length === 0
          ? []
          : [
              ['lesionwise_hd95_axes_right', sq_hd95] as const,
              ['lesionwise_nsd_axes_right', sq_nsd] as const,
            ].map(([score, figure]) => ({
              ...{ convention: 'brats-2026-gli', labels: our_labels.join(' '), score },
              ...{ value: numberOf(figure), tolerance: 1e-6 },
            })),
      ),
    ]),
  ];
}

/** Numbers of KiTS, with the labels of the sample taken for those of a kidney. */
export function expectedOfKits(key: string): ExpectedScore[] {
  return figuresOf(key).ofKits.flatMap(({ structures }) =>
    Object.values(structures).flatMap(({ our_labels, tolerance_mm, Dice, SurfaceDice }) => {
      const own = { convention: 'kits-2023', labels: our_labels.join(' ') };
      return [
        { ...own, score: 'dice', value: Dice, tolerance: overlap },
        { ...own, score: `nsd_${tolerance_mm}`, value: SurfaceDice, tolerance: 1e-9 },
      ];
    }),
  );
}

const scoresOfRows: [string, string, number][] = [
  ['Num_TP', 'tp', exact],
  ['Num_FP', 'fp', exact],
  ['Num_FN', 'fn', exact],
  ['Legacy_Dice', 'dice', overlap],
  ['Legacy_NSD_0.5', 'nsd_0.5', 1e-6],
  ['Legacy_NSD_1.0', 'nsd_1.0', 1e-6],
  ['LesionWise_Score_Dice', 'lesionwise_dice', overlap],
  ['LesionWise_Score_HD95', 'lesionwise_hd95', 1e-6],
  ['LesionWise_Score_NSD_0.5', 'lesionwise_nsd_0.5', 1e-6],
  ['LesionWise_Score_NSD_1.0', 'lesionwise_nsd_1.0', 1e-6],
];

function ofRow(convention: string, row: Row): ExpectedScore[] {
  const labels = row.our_labels ?? labelsOfFigures[row.Labels];
  if (labels.length === 0) return [];
  const own = { convention, labels: labels.join(' ') };
  const official = row.Legacy_HD95 as number;
  // That of binary masks stands without the penalty in the file, and not at all where the script is right.
  const { Legacy_HD95_of_binary_masks: ofMasks } = row;
  const right = typeof ofMasks === 'number' ? ofMasks : official;
  return [
    ...scoresOfRows.flatMap(([figure, score, tolerance]) =>
      figure in row ? [{ ...own, score, value: row[figure] as number, tolerance }] : [],
    ),
    { ...own, score: 'hd95', value: right, tolerance: 1e-6 },
    ...(Math.abs(right - official) > 1e-6 * right
      ? [{ ...own, score: 'hd95_official', value: official, tolerance: 1e-6 }]
      : []),
  ];
}

const namesOfParsers: Record<string, string> = {
  gli_seg: 'brats-2026-gli',
  ped_seg: 'brats-2026-ped',
  'mets_20_0.1': 'brats-2026-met',
  'mets_27_0.2': 'brats-2026-met-live',
};

function ofParsed(parsed: Parsed, distances: number): ExpectedScore[] {
  return Object.entries(parsed).flatMap(([parser, groups]) =>
    Object.entries(groups).flatMap(([group, columns]) => {
      const labels = labelsOfFigures[group.toUpperCase()];
      if (!labels) return [];
      return Object.entries(columns).map(([column, figure]) => ({
        convention: namesOfParsers[parser],
        labels: labels.join(' '),
        score: column
          .replace('small_instance', 'small')
          .replace('all_instance_', '')
          .replace('dsc', 'dice')
          .replace('_mean', ''),
        value: numberOf(figure),
        tolerance: column.includes('dsc') ? overlap : distances,
      }));
    }),
  );
}

/** What is wrong with a number that was found; empty when it is the one that is expected. */
export function differences(
  expected: readonly ExpectedScore[],
  found: (score: ExpectedScore) => number | undefined,
): string[] {
  return expected.flatMap((score) => {
    const { value, tolerance } = score;
    const number = found(score);
    const isRight =
      number !== undefined &&
      (Object.is(number, value) || Math.abs(number - value) <= tolerance * Math.max(1, Math.abs(value)));
    const what = `${score.convention} ${score.labels} ${score.score}`;
    return isRight ? [] : [`${what}: ${number} in place of ${value}`];
  });
}
