import { Button, Group, Stack, Textarea } from '@mantine/core';
import { commentItem, leaveRating, nextUnrated, rateItem, stepItem } from '../../actions/rate';
import type { Rated } from '../../derived/useRated';
import { useTranslate } from '../../i18n/translate';
import { useRatingStore } from '../../stores/ratingStore';
import { RatedBar } from './RatedBar';
import { useIsShown } from './RatePicture';
import { ratingTextId } from './ratingTextId';
import { stepWords } from './ratingWords';

/** The question, the scale, the words, and the way through the queue. */
export function RatePanel({ rated: { study, rows, ratedCount } }: { rated: Rated }) {
  const { t } = useTranslate();
  const place = useRatingStore((facts) => facts.place);
  const isShown = useIsShown(study);
  const total = rows.length;
  const rating = rows[place]?.rating ?? null;
  const progress = t('rating.rated', { rated: ratedCount, total });
  return (
    <aside className="rate-panel" aria-label={t('rating.title')}>
      <div>
        <div className="rating-head">
          <p className="rating-count" role="status">
            {t('rating.place', { place: place + 1, total })}
          </p>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={leaveRating}>
            {t('rating.leave')}
          </Button>
        </div>
        <RatedBar ratedCount={ratedCount} total={total} />
        <p className="quiet convention">{progress}</p>
      </div>
      {/* Buttons, not radio buttons: there the arrow keys would change a rating instead of going on. */}
      <fieldset className="rate-steps">
        <legend>{t('rating.question')}</legend>
        {stepWords(study.scale, t).map((words, index) => (
          <button
            key={words}
            type="button"
            className="rate-step"
            aria-pressed={rating?.step === index + 1}
            aria-keyshortcuts={String(index + 1)}
            disabled={!isShown}
            onClick={() => rateItem(index + 1)}
          >
            <kbd>{index + 1}</kbd> {words}
          </button>
        ))}
      </fieldset>
      <Textarea
        id={ratingTextId}
        label={t('rating.text')}
        rows={4}
        disabled={!isShown}
        value={rating?.text ?? ''}
        onChange={({ currentTarget }) => commentItem(currentTarget.value)}
        onKeyDown={({ key, currentTarget }) => key === 'Escape' && currentTarget.blur()}
      />
      <Group grow>
        <Button variant="default" disabled={place === 0} onClick={() => stepItem(-1)}>
          {t('rating.previous')} <kbd>↑</kbd>
        </Button>
        <Button variant="default" disabled={place + 1 >= total} onClick={() => stepItem(1)}>
          {t('rating.next')} <kbd>↓</kbd>
        </Button>
      </Group>
      {ratedCount === total ? (
        <Stack gap={6}>
          <p className="rate-done" role="status">
            {t('rating.allRated')}
          </p>
          <Button onClick={leaveRating}>{t('rating.toResults')}</Button>
        </Stack>
      ) : (
        <Button variant="subtle" onClick={nextUnrated}>
          {t('rating.unrated')} <kbd>N</kbd>
        </Button>
      )}
    </aside>
  );
}
