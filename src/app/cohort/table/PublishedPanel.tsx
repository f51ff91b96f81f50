import { CloseButton } from '@mantine/core';
import { useMemo } from 'react';
import { removePublished } from '../../../actions/enterPublished';
import { profileTitles } from '../../../derived/profileTitles';
import type { Case } from '../../../domain/cohort';
import type { CohortRow } from '../../../domain/cohortRow';
import { type LabelScheme, structuresOf } from '../../../domain/labelScheme';
import { structureColor } from '../../../domain/palette';
import {
  caseSetKey,
  type IncomparableReason,
  incomparableReasons,
  type PublishedScore,
  publishedStructure,
} from '../../../domain/publishedScore';
import { structureIn } from '../../../domain/scoresIn';
import { summarise } from '../../../domain/summarise';
import { formatScore } from '../../../i18n/formatNumber';
import { type MessageKey, type Translate, useTranslate } from '../../../i18n/translate';
import { useCohortStore } from '../../../stores/cohortStore';
import { usePublishedStore } from '../../../stores/publishedStore';
import { useViewStore } from '../../../stores/viewStore';
import { Swatch } from '../../parts/Swatch';
import { conventionTitle, kindTitles, PublishedForm } from './PublishedForm';

const noModels: string[] = [];
const noCases: Case[] = [];

/** What others published, beside ours only where both are the same kind of number of the same cases. */
export function PublishedPanel({ scheme, rows }: { scheme: LabelScheme; rows: readonly CohortRow[] }) {
  const { t } = useTranslate();
  const published = usePublishedStore((facts) => facts.published);
  const cases = useCohortStore((facts) => facts.cohort?.cases ?? noCases);
  const caseSet = useMemo(() => caseSetKey(cases.map(({ id }) => id)), [cases]);
  return (
    <section className="panel" aria-label={t('compare.published')}>
      <h2>{t('compare.published')}</h2>
      <p className="quiet convention">{t('compare.publishedHint')}</p>
      <ul className="published">
        {published.map((score) => (
          <PublishedLine key={score.id} {...{ score, scheme, rows, caseSet }} total={cases.length} />
        ))}
      </ul>
      <PublishedForm scheme={scheme} />
    </section>
  );
}

interface PublishedLineProps {
  score: PublishedScore;
  scheme: LabelScheme;
  rows: readonly CohortRow[];
  /** caseSetKey of the open cases, and how many there are. */
  caseSet: string;
  total: number;
}

function PublishedLine({ score, scheme, rows, caseSet, total }: PublishedLineProps) {
  const { t } = useTranslate();
  const profile = useViewStore((view) => view.profile);
  const models = useCohortStore((facts) => facts.cohort?.models ?? noModels);
  const structures = structuresOf(scheme);
  const structure = publishedStructure(score, structures);
  const usedOf = (model: string) => rows.filter((row) => row.model === model && row.scores !== null).length;
  const complete = models.filter((model) => usedOf(model) === total);
  const used = Math.max(0, ...models.map(usedOf));
  const reasons = incomparableReasons(score, structures, profile, complete.length > 0, caseSet);
  const meanOf = (model: string) =>
    summarise(
      rows
        .filter((row) => row.model === model)
        .flatMap(({ scores }) => (structure && structureIn(scores, structure)?.overlap.dice) ?? []),
    ).mean;
  return (
    <li>
      <div className="published-head">
        <span>
          {structure && <Swatch color={structureColor(scheme, structure)} />}{' '}
          {structure?.name ?? score.structureName ?? score.structure}{' '}
          <b className="number">{formatScore(score.value)}</b> <span className="quiet">{score.source}</span>
        </span>
        <CloseButton
          size="xs"
          aria-label={t('compare.remove', { source: score.source })}
          onClick={() => removePublished(score.id)}
        />
      </div>
      {reasons.length === 0 ? (
        <p>
          {complete
            .map((model) => `${t('compare.ours', { model })} ${formatScore(meanOf(model))}`)
            .join(' · ')}
          {models
            .filter((model) => !complete.includes(model))
            .map((model) => (
              <span key={model} className="quiet">
                {' · '}
                {t('compare.oursIncomplete', { model, used: usedOf(model), total })}
              </span>
            ))}
        </p>
      ) : (
        <p className="not-comparable" role="note">
          {t('compare.notComparable')}{' '}
          {reasons
            .map((reason) =>
              reasonText(reason, t, {
                structure: structure?.name ?? '',
                kind: t(kindTitles[score.kind]),
                ours: structure ? t(kindTitles[structure.kind]) : '',
                theirs: conventionTitle(score.convention, t),
                profile: profileTitles[profile],
                used: String(used),
                total: String(total),
              }),
            )
            .join(t('compare.listSeparator'))}
          {t('compare.fullStop')}
        </p>
      )}
    </li>
  );
}

const reasonTexts: Record<IncomparableReason, MessageKey> = {
  'no-such-structure': 'compare.whyNoSuchStructure',
  'other-kind': 'compare.whyOtherKind',
  'kind-unknown': 'compare.whyKindUnknown',
  'other-convention': 'compare.whyOtherConvention',
  'lesion-wise': 'compare.whyLesionWise',
  'convention-unknown': 'compare.whyConventionUnknown',
  'other-cases': 'compare.whyOtherCases',
  'cases-unknown': 'compare.whyCasesUnknown',
  'part-of-cases': 'compare.whyPartOfCases',
};

function reasonText(
  reason: IncomparableReason,
  t: Translate,
  {
    profile,
    ...values
  }: Record<'structure' | 'kind' | 'ours' | 'theirs' | 'profile' | 'used' | 'total', string>,
): string {
  return t(reasonTexts[reason], reason === 'other-convention' ? { ...values, ours: profile } : values);
}
