import Papa from 'papaparse';
import type { NamedConvention } from '../domain/conventions/convention';
import type { CaseUnderConvention } from '../domain/conventions/conventionScores';
import { findStructures } from '../domain/conventions/meanings';
import type { LabelScheme } from '../domain/labelScheme';
import type { Translate } from '../i18n/translate';
import { csvOptions } from '../report/csvOptions';

/** The rows of one case of one model, each ended; a number that does not exist is an empty field. */
export function conventionRows(
  { caseId, model }: { caseId: string; model: string },
  found: readonly CaseUnderConvention[],
): string {
  const rows = found.flatMap(({ convention, structures }) =>
    structures.flatMap(({ labels, scores }) =>
      Object.entries(scores).map(([score, value]) => [
        caseId,
        model,
        convention,
        labels.join(' '),
        score,
        Number.isFinite(value) ? value : '',
      ]),
    ),
  );
  return rows.length === 0 ? '' : `${Papa.unparse(rows, csvOptions)}\n`;
}

/** What a case's own numbers have to be read with; null where that is nothing. */
export function conventionWarning(found: readonly CaseUnderConvention[], t: Translate): string | null {
  const isCorrected = ({ structures }: CaseUnderConvention) =>
    structures.some(({ scores }) => 'lesionwise_hd95_axes_right' in scores);
  const names = found.filter(isCorrected).map(({ convention }) => convention);
  return names.length === 0 ? null : t('conventions.axesDiffer', { convention: names.join(', ') });
}

/** What a person has to know of the conventions before their numbers: what each scores here, lacks, and does. */
export function conventionNotes(
  conventions: readonly NamedConvention[],
  scheme: LabelScheme,
  t: Translate,
): { told: string[]; missing: string[] } {
  const told: string[] = [];
  const missing: string[] = [];
  const namesOfQuirk = new Map<NamedConvention['quirks'][number], string[]>();
  for (const convention of conventions) {
    const { name, quirks } = convention;
    const structures = findStructures(convention, scheme);
    if (structures.found.length > 0) {
      told.push(
        `${name}: ${structures.found.map((one) => `${one.name} = ${one.labels.join(' ')}`).join(', ')}`,
      );
    }
    if (structures.missing.length > 0) {
      const lacking = structures.missing.map((structure) => structure.name).join(', ');
      missing.push(t('conventions.missing', { convention: name, structures: lacking }));
    }
    for (const quirk of quirks) namesOfQuirk.set(quirk, [...(namesOfQuirk.get(quirk) ?? []), name]);
  }
  for (const [quirk, names] of namesOfQuirk) told.push(`${names.join(', ')}: ${t(`conventions.${quirk}`)}`);
  return { told, missing };
}
