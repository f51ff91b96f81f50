import { openRow } from '../../actions/changeCohortView';
import type { RatedLine } from '../../derived/useRatedLines';
import { type Structure, structureKey } from '../../domain/labelScheme';
import { type RatingStudy, ratedScores } from '../../domain/rating';
import { formatsOf, scoreTitle } from '../../i18n/scoreWords';
import { useTranslate } from '../../i18n/translate';
import { Score } from '../parts/Score';
import { ScrollX } from '../parts/ScrollX';
import { stepWords } from './ratingWords';

interface RatingListProps {
  lines: readonly RatedLine[];
  study: RatingStudy;
  structure: Structure;
}

/** Every item in the order of rating, with its scores; its case is one click away. */
export function RatingList({ lines, study, structure }: RatingListProps) {
  const { t } = useTranslate();
  const words = stepWords(study.scale, t);
  return (
    <section className="panel rating-list">
      <h2>{t('rating.list')}</h2>
      <ScrollX>
        <table className="numbers" aria-label={t('rating.list')}>
          <thead>
            <tr>
              <th scope="col">{t('inspector.place')}</th>
              <th scope="col" className="text">
                {t('words.case')}
              </th>
              <th scope="col" className="text">
                {t('words.model')}
              </th>
              <th scope="col" className="text">
                {t('rating.rating')}
              </th>
              {ratedScores.map((score) => (
                <th key={score.key} scope="col">
                  {scoreTitle(score, t)}
                </th>
              ))}
              <th scope="col" className="text">
                {t('rating.words')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, order, item, rating, scores, isExcluded }) => (
              <tr key={key} className={isExcluded ? 'excluded' : undefined}>
                <td className="text">{order}</td>
                <th scope="row">
                  <button
                    type="button"
                    className="plain case-link"
                    onClick={() => openRow(key, structureKey(structure))}
                  >
                    {item.caseId}
                  </button>
                </th>
                <td className="text">{item.model}</td>
                <td className="text">
                  {rating && rating.step !== null ? (
                    <>
                      {rating.step} <span className="quiet">{words[rating.step - 1]}</span>
                    </>
                  ) : (
                    <span className="quiet">{t('rating.unratedMark')}</span>
                  )}
                  {rating?.isBlinded === false && (
                    <span className="quiet"> · {t('rating.unblindedMark')}</span>
                  )}
                </td>
                {ratedScores.map(({ key: name, form }, index) => (
                  <td key={name}>
                    <Score {...scores[index]} format={formatsOf[form]} />
                  </td>
                ))}
                <td className="text rating-words">{rating?.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </section>
  );
}
