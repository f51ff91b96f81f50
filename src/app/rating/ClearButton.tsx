import { Button } from '@mantine/core';
import { useState } from 'react';
import { clearRating } from '../../actions/rate';
import { useTranslate } from '../../i18n/translate';
import { ConfirmDialog } from '../parts/ConfirmDialog';

/** Removes all ratings, after asking: they exist nowhere else. */
export function ClearButton({ ratedCount, size }: { ratedCount: number; size?: 'xs' }) {
  const { t } = useTranslate();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button size={size} variant="subtle" color="gray" onClick={() => setAsking(true)}>
        {t('rating.clear')}
      </Button>
      <ConfirmDialog
        isDestructive
        isOpen={isAsking}
        title={t('rating.clearTitle')}
        text={t('rating.clearText', { rated: ratedCount })}
        action={t('rating.clear')}
        onClose={() => setAsking(false)}
        onConfirm={clearRating}
      />
    </>
  );
}
