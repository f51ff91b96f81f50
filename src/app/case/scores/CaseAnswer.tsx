import { Button } from '@mantine/core';
import { pairOfLargestGap } from '../../../domain/chosenPair';
import { gapAnswer } from '../../../domain/gapAnswer';
import { hasTwoSets } from '../../../domain/labelScheme';
import type { CaseScores } from '../../../domain/results';
import { gapSentences } from '../../../i18n/gapSentences';
import { useTranslate } from '../../../i18n/translate';
import { showGap } from '../gap/showGap';

/** Before all numbers: both Dice of the pair with the largest gap, what did most, and the way to the rest. */
export function CaseAnswer({ scores }: { scores: CaseScores }) {
  const { t } = useTranslate();
  if (!scores.pairs.some(({ pair }) => hasTwoSets(pair))) return null;
  const paired = pairOfLargestGap(scores.pairs);
  const [first, main] = gapSentences(gapAnswer(scores, paired), t);
  const { region, label } = paired.pair;
  return (
    <section className="case-answer">
      <p className="gap-dice">{first}</p>
      {main && <p>{main}</p>}
      <Button size="compact-sm" variant="light" onClick={() => showGap(paired.pair)}>
        {t('gap.openAnswer', { region: region.name, label: label.name })}
      </Button>
    </section>
  );
}
