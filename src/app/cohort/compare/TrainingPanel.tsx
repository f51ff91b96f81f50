import { Anchor } from '@mantine/core';
import { useMemo } from 'react';
import { trainingFacts } from '../../../derived/trainingFacts';
import type { Comparison } from '../../../derived/useComparison';
import type { CohortRow } from '../../../domain/cohortRow';
import type { LabelScheme } from '../../../domain/labelScheme';
import { trainingSentences } from '../../../i18n/trainingSentences';
import { useTranslate } from '../../../i18n/translate';

const sources = [
  {
    title: 'nnU-Net, region-based training',
    address: 'https://github.com/MIC-DKFZ/nnUNet/blob/master/documentation/region_based_training.md',
  },
  {
    title: 'Isensee et al. 2020, nnU-Net for Brain Tumor Segmentation',
    address: 'https://arxiv.org/abs/2011.00848',
  },
  {
    title: 'Maier-Hein et al. 2024, Metrics Reloaded',
    address: 'https://doi.org/10.1038/s41592-023-02151-z',
  },
];

interface TrainingPanelProps {
  scheme: LabelScheme;
  rows: readonly CohortRow[];
  comparison: Comparison | null;
  first: string;
  second: string;
  cases: number;
}

/** What the scheme and the scores say of two ways of training, in careful words, with sources. */
export function TrainingPanel({ scheme, rows, comparison, first, second, cases }: TrainingPanelProps) {
  const { t } = useTranslate();
  const compared = comparison?.compared ?? null;
  const facts = useMemo(
    () => trainingFacts(scheme, rows, { first, second, cases }, compared),
    [scheme, rows, first, second, cases, compared],
  );
  const isWorking = comparison !== null && compared === null;
  return (
    <section className="panel" aria-label={t('compare.says')}>
      <h2>{t('compare.says')}</h2>
      {isWorking ? (
        <p className="quiet">{t('compare.working')}</p>
      ) : (
        trainingSentences(facts, t).map((sentence) => <p key={sentence}>{sentence}</p>)
      )}
      <p className="quiet sources">
        {t('compare.sources')}:{' '}
        {sources.map(({ title, address }, index) => (
          <span key={address}>
            {index > 0 && ' · '}
            <Anchor href={address} target="_blank" rel="noreferrer">
              {title}
            </Anchor>
          </span>
        ))}
      </p>
    </section>
  );
}
