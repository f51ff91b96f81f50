import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { continueRating, revealModels } from '../../actions/rate';
import type { Rated } from '../../derived/useRated';
import { useTranslate } from '../../i18n/translate';
import { ConfirmDialog } from '../parts/ConfirmDialog';
import { ClearButton } from './ClearButton';
import { RatedBar } from './RatedBar';
import { settingsLine } from './ratingWords';

/** How far a rating is, while nothing tells which model is which. */
export function RatingProgress({ rated: { study, ratedCount } }: { rated: Rated }) {
  const { t } = useTranslate();
  const [isAsking, setAsking] = useState(false);
  const total = study.items.length;
  const progress = t('rating.rated', { rated: ratedCount, total });
  const reveal = () => {
    setAsking(false);
    revealModels();
  };
  return (
    <div className="rating-tab">
      <section className="panel rating-setup">
        <h2>{t('rating.title')}</h2>
        <p className="rating-count">{ratedCount === total ? t('rating.allRated') : progress}</p>
        <RatedBar ratedCount={ratedCount} total={total} />
        <p className="quiet convention">
          {t('rating.settingsKept', { settings: settingsLine(study, t), kept: t('rating.kept') })}
        </p>
        <Group>
          <Button variant={ratedCount === total ? 'default' : 'filled'} onClick={continueRating}>
            {t('rating.continue')}
          </Button>
          <Button
            variant={ratedCount === total ? 'filled' : 'default'}
            disabled={ratedCount === 0}
            title={ratedCount === 0 ? t('rating.revealNone') : undefined}
            onClick={() => setAsking(true)}
          >
            {t('rating.reveal')}
          </Button>
          <ClearButton ratedCount={ratedCount} />
        </Group>
      </section>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('rating.revealTitle')}
        text={t('rating.revealText', { rated: ratedCount, total })}
        action={t('rating.reveal')}
        onClose={() => setAsking(false)}
        onConfirm={reveal}
      />
    </div>
  );
}
