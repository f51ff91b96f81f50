import Papa from 'papaparse';
import type { Structure } from '../domain/labelScheme';
import type { ProfileName } from '../domain/profile';
import { type RatedItem, type Rating, type RatingStudy, ratedScores } from '../domain/rating';
import type { ScoreNumber } from '../domain/scoreKinds';
import { csvOptions } from './csvOptions';

export interface RatedRow {
  item: RatedItem;
  rating: Rating | null;
  /** The rating in words; empty without one. */
  meaning: string;
  scores: { structure: Structure; numbers: readonly ScoreNumber[] }[];
}

/**
 * One row per item of a blinded rating in the order in which they were shown, unrated ones with empty cells, and
 * beside them the scores of every structure. Convention and seed stand in every row.
 */
export function ratingsCsv(rows: readonly RatedRow[], study: RatingStudy, profile: ProfileName): string {
  const table = rows.map(({ item, rating, meaning, scores }, index) => ({
    order: index + 1,
    case: item.caseId,
    model: item.model,
    rating: rating?.step ?? '',
    meaning,
    text: rating?.text ?? '',
    blinded: rating ? (rating.isBlinded ? 'yes' : 'no') : '',
    ...Object.fromEntries(
      scores.flatMap(({ structure, numbers }) =>
        ratedScores.map(({ key }, index) => [
          `${structure.name} (${structure.kind}) ${key}`,
          Number.isNaN(numbers[index].value) ? '' : numbers[index].value,
        ]),
      ),
    ),
    convention: profile,
    scale: study.scale,
    view: study.drawing,
    reference: study.isReferenceShown ? 'shown' : 'hidden',
    seed: study.seed,
  }));
  return Papa.unparse(table, csvOptions);
}
