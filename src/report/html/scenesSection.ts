import { gapSentences } from '../../i18n/gapSentences';
import { sceneFactLines } from '../../i18n/sceneFactLines';
import type { Translate } from '../../i18n/translate';
import { sliceImageDefinition } from '../figures/sliceFigure';
import type { ReportScene } from '../reportContent';
import { escapeHtml } from './escapeHtml';
import { paragraphs } from './reportParts';
import { slicePicture } from './slicePicture';

/** One scene: its picture, its caption, and what it shows in mL, lesions and mm before Dice. */
export function sceneSection(scene: ReportScene, number: number, t: Translate): string {
  const id = `scene-${number}`;
  const { slice } = scene;
  const picture = slice
    ? `${sliceImageDefinition(slice, `${id}-a`)}${slicePicture(slice, 0, `${id}-a`, t)}`
    : `<p class="quiet">${escapeHtml(scene.noPicture ?? '')}</p>`;
  return `<article class="scene" aria-labelledby="${id}"><div>${picture}</div><div><h3 id="${id}">${escapeHtml(scene.caption)}</h3><p class="quiet">${escapeHtml(placeOf(scene, t))}</p>${factsOf(scene, t)}</div></article>`;
}

function placeOf({ case: name, model, slice }: ReportScene, t: Translate): string {
  const head = t('report.pageHead', { case: name, model });
  if (!slice) return head;
  const facts = { slice: slice.slice + 1, total: slice.sliceCount, plane: t(`view.${slice.plane}`) };
  return `${head} · ${t('words.sliceOf', facts)}`;
}

function factsOf({ findings, remark }: ReportScene, t: Translate): string {
  if (!findings) return `<p class="quiet">${escapeHtml(t('scenes.noNumbers'))}</p>`;
  const lines = sceneFactLines(findings, t).map(
    ({ name, value }) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`,
  );
  const gap = findings.gap ? paragraphs(gapSentences(findings.gap, t)) : '';
  return `<h4>${escapeHtml(findings.structure.name)}</h4><dl class="scene-facts">${lines.join('')}</dl>${paragraphs(remark ? [remark] : [])}${gap}`;
}
