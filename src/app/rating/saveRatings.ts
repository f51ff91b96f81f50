import { ratedNumbers } from '../../derived/ratedNumbers';
import type { Rated } from '../../derived/useRated';
import { scoresNow } from '../../derived/useScores';
import { type LabelScheme, structuresOf } from '../../domain/labelScheme';
import type { Translate } from '../../i18n/translate';
import { ratingsCsv } from '../../report/ratingsCsv';
import { useViewStore } from '../../stores/viewStore';
import { downloadFile } from '../parts/downloadFile';
import { fileStem } from '../parts/fileStem';
import { stepWords } from './ratingWords';

/** Saves every rating with the scores of every structure as a table. */
export function saveRatings({ study, rows }: Rated, scheme: LabelScheme, t: Translate): void {
  const words = stepWords(study.scale, t);
  const table = rows.map(({ item, rating }) => {
    const scores = scoresNow(item.caseId, item.model);
    return {
      item,
      rating,
      meaning: rating && rating.step !== null ? words[rating.step - 1] : '',
      scores: structuresOf(scheme).map((structure) => ({
        structure,
        numbers: ratedNumbers(scores, structure),
      })),
    };
  });
  const csv = ratingsCsv(table, study, useViewStore.getState().profile);
  downloadFile(`${fileStem()}-ratings.csv`, new Blob([csv], { type: 'text/csv' }));
}
