import { Anchor } from '@mantine/core';
import { useState } from 'react';
import { openCase } from '../../actions/navigate';
import { causes } from '../../domain/errorCause';
import { type Pair, pairKey, structureKey } from '../../domain/labelScheme';
import { errorColors } from '../../domain/palette';
import type { CaseScores } from '../../domain/results';
import { useTranslate } from '../../i18n/translate';
import { dominantCause } from '../../kernels/cohortGap';
import { Swatch } from '../Swatch';

/** Which cause does most in which case, for one pair; each case opens with that cause shown. */
export function DominantCases({ pair, scores }: { pair: Pair; scores: CaseScores[] }) {
  const { t } = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{t('gap.dominantCases')}</summary>
      {isOpen &&
        causes.map((cause) => (
          <div key={cause} className="dominant-cases">
            <h3>
              <Swatch color={errorColors[cause]} /> {t(`gap.${cause}`)}
            </h3>
            <ul>
              {scores.flatMap(({ result: { caseId, model }, pairs }) => {
                const account = pairs.find((item) => pairKey(item.pair) === pairKey(pair))?.account;
                if (!account || dominantCause(account) !== cause) return [];
                const shown = { view: 'causes', cause, structure: structureKey(pair.label) } as const;
                return (
                  <li key={`${caseId} ${model}`}>
                    <Anchor component="button" onClick={() => openCase(caseId, model, shown)}>
                      {caseId} · {model}
                    </Anchor>
                  </li>
                );
              })}
            </ul>
          </div>
        ))}
    </details>
  );
}
