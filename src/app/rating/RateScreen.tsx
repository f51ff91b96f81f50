import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { leaveRating } from '../../actions/rate';
import { useRated } from '../../derived/useRated';
import { useTranslate } from '../../i18n/translate';
import { RatePanel } from './RatePanel';
import { RatePicture } from './RatePicture';
import './rating.css';

/** One prediction after another, without the name of its model, its case or any score. */
export function RateScreen() {
  const { t } = useTranslate();
  const rated = useRated();
  // Recharts measures words in an element of its own, which would still tell the name of a model.
  useEffect(() => document.getElementById('recharts_measurement_span')?.replaceChildren(), []);
  if (!rated) {
    return (
      <div className="start">
        <div className="start-card">
          <h1>{t('rating.none')}</h1>
          <p>{t('rating.noneHint')}</p>
          <Button onClick={leaveRating}>{t('rating.setUp')}</Button>
        </div>
      </div>
    );
  }
  return (
    <div className="rate-screen">
      <h1 className="visually-hidden">{t('rating.title')}</h1>
      <RatePicture study={rated.study} />
      <RatePanel rated={rated} />
    </div>
  );
}
