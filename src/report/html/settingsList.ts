import { lesionProfiles } from '../../domain/lesions';
import { structureColor } from '../../domain/palette';
import { formatMeasure } from '../../i18n/formatNumber';
import type { Translate } from '../../i18n/translate';
import { profileNames } from '../methodsParagraph';
import type { ReportContent } from '../reportContent';
import { escapeHtml } from './escapeHtml';
import { swatch } from './reportParts';

/** What every number depends on, at the head of the report. */
export function settingsList(content: ReportContent, t: Translate): string {
  const { methods, scheme } = content;
  const structures = scheme.regions.map(
    ({ name, labels }, index) =>
      `${swatch(structureColor(scheme, { kind: 'region', name, labels }))}${escapeHtml(`${name} (${labels.join(', ')}) → ${scheme.regionsClassOrder[index]}`)}`,
  );
  const labels = scheme.labels.map(
    ({ value, name }) =>
      `${swatch(structureColor(scheme, { kind: 'label', name, labels: [value] }))}${escapeHtml(`${value} ${name}`)}`,
  );
  const tau =
    methods.tauMm === null
      ? t('report.methodsTauDefault')
      : t('report.methodsTauFixed', { tau: formatMeasure(methods.tauMm) });
  const { flatCount, pairCount } = methods;
  const smallUnits = [...(flatCount < pairCount ? ['mm³'] : []), ...(flatCount > 0 ? ['mm²'] : [])];
  const { dilations, thresholdMm3 } = lesionProfiles[methods.lesionProfile];
  const entries: [string, string][] = [
    [t('app.scheme'), escapeHtml(scheme.name)],
    [t('scheme.labels'), labels.join(' &ensp; ')],
    ...(structures.length > 0
      ? [[t('report.regionsPainted'), structures.join(' &ensp; ')] as [string, string]]
      : []),
    [t('app.convention'), escapeHtml(profileNames[methods.profile])],
    ...(methods.hasSurfaces ? [['τ', escapeHtml(tau)] as [string, string]] : []),
    ...(methods.hasLesions
      ? [
          [
            t('measures.lesionProfile'),
            escapeHtml(
              `${methods.lesionProfile} (${dilations} × 18, ${thresholdMm3} ${smallUnits.join('/')})`,
            ),
          ] as [string, string],
        ]
      : []),
  ];
  const items = entries.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${value}</dd>`);
  return `<dl class="facts" aria-label="${escapeHtml(t('report.settings'))}">${items.join('')}</dl>`;
}
