import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { continueRating } from '../../actions/rate';
import { profileTitles } from '../../derived/profileTitles';
import type { Rated } from '../../derived/useRated';
import { useRatedLines } from '../../derived/useRatedLines';
import { chosenStructure } from '../../domain/chosenStructure';
import { type LabelScheme, structureKey } from '../../domain/labelScheme';
import { ratedScores } from '../../domain/rating';
import { useTranslate } from '../../i18n/translate';
import { useViewStore } from '../../stores/viewStore';
import { StructureSelect } from '../parts/StructureSelect';
import { ClearButton } from './ClearButton';
import { RatingCorrelations } from './RatingCorrelations';
import { RatingList } from './RatingList';
import { RatingScatter } from './RatingScatter';
import { RatingsByModel } from './RatingsByModel';
import { settingsLine } from './ratingWords';
import { saveRatings } from './saveRatings';

/** Ratings beside scores, now that the models are known. */
export function RatingResults({ rated, scheme }: { rated: Rated; scheme: LabelScheme }) {
  const { t } = useTranslate();
  const { study, rows, ratedCount } = rated;
  const profile = useViewStore((view) => view.profile);
  const [key, chooseStructure] = useState<string | null>(null);
  const [metric, chooseMetric] = useState(ratedScores[0]);
  const structure = chosenStructure(scheme, key);
  const lines = useRatedLines(rated, structure);
  const counted = useMemo(() => lines.filter((line) => !line.isExcluded), [lines]);
  const unblinded = rows.filter(({ rating }) => rating && rating.step !== null && !rating.isBlinded).length;
  return (
    <div className="rating-tab">
      <div className="rating-head">
        <p className="quiet">
          {t('rating.rated', { rated: ratedCount, total: rows.length })} · {settingsLine(study, t)} ·{' '}
          {t('app.convention')} {profileTitles[profile]}
          {counted.length < lines.length &&
            ` · ${t('rating.excluded', { count: lines.length - counted.length })}`}
          {unblinded > 0 && <strong> · {t('rating.notBlinded', { count: unblinded })}</strong>}
        </p>
        <Group gap="xs">
          <StructureSelect scheme={scheme} w={200} value={structureKey(structure)} choose={chooseStructure} />
          <Button size="xs" variant="default" onClick={continueRating}>
            {t('rating.continue')}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size={14} />}
            onClick={() => saveRatings(rated, scheme, t)}
          >
            {t('rating.save')}
          </Button>
          <ClearButton size="xs" ratedCount={ratedCount} />
        </Group>
      </div>
      <div className="rating-results">
        <RatingCorrelations lines={counted} />
        <RatingScatter
          lines={counted}
          structure={structure}
          metric={metric}
          onMetric={chooseMetric}
          study={study}
          scheme={scheme}
        />
        <RatingsByModel lines={counted} study={study} />
        <RatingList lines={lines} study={study} structure={structure} />
      </div>
    </div>
  );
}
