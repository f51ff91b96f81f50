import type { BootstrapOptions } from '../domain/interval';
import type { LabelScheme } from '../domain/labelScheme';
import { type LesionProfileName, lesionProfiles } from '../domain/lesions';
import { type ProfileName, profiles } from '../domain/profile';
import { formatCount, formatMeasure } from '../i18n/formatNumber';
import { joinSentences } from '../i18n/joinSentences';
import type { Translate } from '../i18n/translate';

/** Everything that the numbers of a report depend on, and which of them there are. */
export interface MethodsFacts {
  producer: string;
  scheme: LabelScheme;
  profile: ProfileName;
  lesionProfile: LesionProfileName;
  /** null stands for each case's default: the largest voxel edge, at least 1 mm. */
  tauMm: number | null;
  models: string[];
  caseCount: number;
  /** Predictions that were scored. */
  pairCount: number;
  excludedCount: number;
  reorientedCount: number;
  /** Compared by voxel index although the headers disagree. */
  headersApartCount: number;
  /** Results of two dimensions. */
  flatCount: number;
  hasSurfaces: boolean;
  hasLesions: boolean;
  hasDistances: boolean;
  reconstructionCount: number;
  statistics: BootstrapOptions;
}

/** The conventions as a paper names them, the same in every language. */
export const profileNames: Record<ProfileName, string> = {
  nnunet: 'nnU-Net',
  'brats-2023': 'BraTS 2023',
  'brats-legacy': 'BraTS (2021)',
};

/** The methods paragraph of a paper: what was really done, and nothing that was not. */
export function methodsParagraph(facts: MethodsFacts, t: Translate): string {
  const { scheme } = facts;
  const sentences = [
    t('report.methodsCohort', {
      models: joined(facts.models, t),
      cases: formatCount(facts.caseCount),
      pairs: formatCount(facts.pairCount),
      producer: facts.producer,
    }),
    ...when(facts.excludedCount, 'report.methodsExcluded', t),
    t('report.methodsLabels', {
      labels: joined(
        scheme.labels.map(({ value, name }) => `${value} ${name}`),
        t,
      ),
      scheme: scheme.name,
    }),
    ...regionSentences(scheme, t),
    ...(scheme.ignoreLabel === null ? [] : [t('report.methodsIgnored', { value: scheme.ignoreLabel })]),
    t('report.methodsOverlap'),
    ...when(facts.reorientedCount, 'report.methodsReoriented', t),
    ...when(facts.headersApartCount, 'report.methodsApart', t),
    ...when(facts.flatCount, 'report.methodsFlat', t),
    emptySentence(facts.profile, t),
    ...measuredSentences(facts, t),
    statisticsSentence(facts, t),
    ...when(facts.reconstructionCount, 'report.methodsReconstruction', t),
  ];
  return joinSentences(sentences);
}

function regionSentences({ regions, regionsClassOrder }: LabelScheme, t: Translate): string[] {
  if (regions.length === 0) return [t('report.methodsNoRegions')];
  const named = regions.map(({ name, labels }) => `${name} (${labels.join(', ')})`);
  return [t('report.methodsRegions', { regions: joined(named, t), order: regionsClassOrder.join(', ') })];
}

function emptySentence(profile: ProfileName, t: Translate): string {
  const { oneEmptyHd95Mm, skipsNaN } = profiles[profile];
  if (skipsNaN) return t('report.methodsEmptyNnunet');
  return t('report.methodsEmptyBrats', { profile: profileNames[profile], penalty: oneEmptyHd95Mm });
}

function measuredSentences(facts: MethodsFacts, t: Translate): string[] {
  const { lesionProfile, tauMm } = facts;
  const sentences: string[] = [];
  if (facts.hasSurfaces) {
    const tau =
      tauMm === null
        ? t('report.methodsTauDefault')
        : t('report.methodsTauFixed', { tau: formatMeasure(tauMm) });
    sentences.push(t('report.methodsSurface', { tau }));
  }
  if (facts.hasLesions) {
    const { dilations, thresholdMm3 } = lesionProfiles[lesionProfile];
    sentences.push(
      t('report.methodsLesions', { profile: lesionProfile, dilations, threshold: thresholdMm3 }),
    );
  }
  if (facts.scheme.regions.length > 0) {
    sentences.push(t('report.methodsGap'));
    if (facts.hasDistances) sentences.push(t('report.methodsShift'));
  }
  return sentences;
}

function statisticsSentence({ statistics }: MethodsFacts, t: Translate): string {
  const { confidence, resamples, seed } = statistics;
  return t('report.methodsStatistics', {
    confidence: Math.round(100 * confidence),
    resamples: formatCount(resamples),
    seed,
  });
}

type Counted =
  | 'report.methodsExcluded'
  | 'report.methodsReoriented'
  | 'report.methodsApart'
  | 'report.methodsFlat'
  | 'report.methodsReconstruction';

function when(count: number, key: Counted, t: Translate): string[] {
  return count > 0 ? [t(key, { count })] : [];
}

function joined(items: readonly string[], t: Translate): string {
  return items.join(t('report.listComma'));
}
