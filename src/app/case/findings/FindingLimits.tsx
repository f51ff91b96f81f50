import type { StructureFindings } from '../../../domain/caseFindings';
import { type LabelScheme, type Structure, structureKey } from '../../../domain/labelScheme';
import { structureColor } from '../../../domain/palette';
import { findingSentences } from '../../../i18n/findingSentences';
import { type Translate, useTranslate } from '../../../i18n/translate';
import { Swatch } from '../../parts/Swatch';

interface FindingLimitsProps {
  structures: readonly StructureFindings[];
  scheme: LabelScheme;
}

/** What the numbers of the case cannot tell; a sentence that holds for several structures is said once. */
export function FindingLimits({ structures, scheme }: FindingLimitsProps) {
  const { t } = useTranslate();
  return (
    <section className="finding-limits">
      <h2>{t('findings.limits')}</h2>
      <ul>
        {[...limitsOf(structures, t)].map(([text, of]) => (
          <li key={text}>
            <span className="finding-names">
              {of.map((structure) => (
                <span key={structureKey(structure)}>
                  <Swatch color={structureColor(scheme, structure)} /> {structure.name}
                </span>
              ))}
            </span>
            {text}
          </li>
        ))}
        <li>{t('findings.sayOneReference')}</li>
      </ul>
    </section>
  );
}

/** Each sentence with the structures that it holds for. */
function limitsOf(structures: readonly StructureFindings[], t: Translate): Map<string, Structure[]> {
  const byText = new Map<string, Structure[]>();
  for (const findings of structures) {
    for (const { text } of findingSentences(findings, t).limits) {
      byText.set(text, [...(byText.get(text) ?? []), findings.structure]);
    }
  }
  return byText;
}
