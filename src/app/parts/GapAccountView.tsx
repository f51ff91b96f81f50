import { type Step, StepBar } from '../../charts/StepBar';
import type { Cause } from '../../domain/errorCause';
import { gapParts, isLabelInside } from '../../domain/gapAnswer';
import { hasAccount } from '../../domain/gapVerdict';
import { hasTwoSets, type LabelScheme } from '../../domain/labelScheme';
import { errorColors, markColor, structureColor } from '../../domain/palette';
import type { PairScores } from '../../domain/results';
import { shareText } from '../../i18n/findingSentences';
import { formatCount, formatMeasure, formatScore, formatSigned } from '../../i18n/formatNumber';
import { type Translate, useTranslate } from '../../i18n/translate';

interface GapAccountViewProps {
  scheme: LabelScheme;
  scores: PairScores;
  tauMm: number;
  chosen: Cause | null;
  onChoose: (cause: Cause) => void;
}

/** The way from the region's Dice to the label's, largest step first; each step leads to its voxels. */
export function GapAccountView({ scheme, scores, tauMm, chosen, onChoose }: GapAccountViewProps) {
  const { t } = useTranslate();
  const { pair, account } = scores;
  const { region, label } = pair;
  if (!hasAccount(account) || !hasTwoSets(pair)) return null;
  const names = { region: region.name, label: label.name };
  return (
    <StepBar
      start={{
        name: region.name,
        color: markColor(structureColor(scheme, region)),
        at: account.regionDice,
        value: formatScore(account.regionDice),
      }}
      steps={stepsOf(scores, tauMm, t)}
      end={{
        name: label.name,
        color: markColor(structureColor(scheme, label)),
        at: account.labelDice,
        value: formatScore(account.labelDice),
      }}
      label={t('gap.accountChart', names)}
      axisName={t('scoreKinds.dice')}
      chosen={chosen}
      onChoose={onChoose}
    />
  );
}

function stepsOf({ pair, account, boundary }: PairScores, tauMm: number, t: Translate): Step<Cause>[] {
  const names = { region: pair.region.name, label: pair.label.name };
  const glosses = {
    shared: 'gap.sharedGloss',
    child: isLabelInside(pair) ? 'gap.childGloss' : 'gap.childGlossOutside',
    relieved: 'gap.relievedGloss',
  } as const;
  let at = account.regionDice;
  return gapParts(account).map(({ cause, step, voxels }) => {
    const from = at;
    at += step;
    const facts = { count: formatCount(voxels), tau: formatMeasure(tauMm) };
    const share = boundary && voxels > 0 ? shareText(boundary[cause] / voxels, t) : null;
    return {
      key: cause,
      name: t(`gap.${cause}`),
      gloss: t(glosses[cause], names),
      facts: share === null ? t('gap.voxelCount', facts) : t('gap.voxelsNear', { ...facts, share }),
      color: errorColors[cause],
      from,
      to: at,
      value: formatSigned(step),
    };
  });
}
